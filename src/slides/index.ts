export { DeckPdfRounds } from './download/pdf/deck-pdf-rounds.js';
export { type DeckPdf, DeckPdfs } from './download/pdf/deck-pdfs.service.js';
export { OpenDecks } from './show/open-decks.js';
export { SlidesModule } from './slides.module.js';
