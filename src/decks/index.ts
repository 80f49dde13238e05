export { type DeckMessage, type DeckState, PROJECTION, channelOf, messageFrom, sameState } from './channel.shared.js';
export { type DeckAddress, deckAddress, deckLink, deckQuery, slideHash } from './deck-address.shared.js';
export { LangParam, UnitKey, etagOf, slideAddress } from './deck-address.js';
export { type Deck, type DeckLength, type DeckSlide, sectionsOf } from './deck.js';
export { DownloadMenu } from './download-menu.view.js';
export { downloadTexts } from './download-text.js';
export { lengthOf, readDeck } from './read-deck.js';
