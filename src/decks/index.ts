export { LangParam, UnitKey, etagOf, slideAddress } from './deck-address.js';
export { type Deck, type DeckLength, type DeckSlide, sectionsOf } from './deck.js';
export { DownloadMenu } from './download-menu.view.js';
export { downloadTexts } from './download-text.js';
export { Fence } from './fence.js';
export { lengthOf, readDeck } from './read-deck.js';
