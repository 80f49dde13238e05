import { englishS as s } from '../kernel/plural.js';
import type { Text } from './text.fr.js';

export const en: Text = {
  poll: (seconds) => `Poll · ${seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} second${s(seconds)}`}`,
  exercise: (minutes) => `Exercise · ${minutes} minute${s(minutes)}`,
  workshop: 'Workshop, in teams',
  minutes: (minutes) => `${minutes} min`,
  handover: 'To hand in',
  problems: {
    tooLarge: (most) => `The file is over ${most} KB. Split it, or make its diagrams lighter.`,
    noSlide: 'The file holds no slide.',
    tooManySlides: (most) => `A deck has ${most} slides at most. The others are left out.`,
    slideTooLarge: (most) => `This slide is over ${most} KB with its drawings. It is left out.`,
    unreadable: 'This slide cannot be read: too many nested elements.',
    emptySlide: 'This slide is empty.',
    fenceLeftOpen: 'This block of code is not closed: all that follows is part of it.',
    spaceAfterSeparator: 'A space follows the dashes of the separator. Take it out.',
    separatorUnderText:
      'These dashes touch the text above, as under a heading. Leave an empty line before them, or write the heading with #.',
    secondNote: 'A slide has one “Note:” line. This second note was joined to the first.',
    emptyNote: 'This note is empty.',
    restHidden:
      'An aside or a comment begins here that cannot be told from notes: the rest of the slide is not shown. Close each tag and comment in its own block.',
    nothingBefore: 'No Markdown element stands before this .element comment. In HTML, write the attributes in the tag.',
    refused: (what) => `${what} has no place on a slide and was taken out.`,
    picture: (address) => `The picture “${address}” is not in this unit’s images folder.`,
    noAlt: (address) => `The picture “${address}” has no alternative text.`,
    silentDiagram: 'This diagram has neither an alternative text nor an aria-label that says what is to be seen.',
    drawingAlone: (address) => `The drawing “${address}” stands alone on its line, outside lists and quotations. It is left out.`,
    drawingTooLarge: (most) => `This drawing is over ${most} KB. It is left out.`,
    malformed: (message) => `This file is not well-formed SVG: ${message}`,
    noViewBox: 'A drawing is an <svg> element with a viewBox attribute.',
    refusedInDrawing: (what) => `${what} has no place in a drawing and was taken out.`,
    drawingLanguage: (written) => `“${written}” is neither fr nor en: this element is never shown.`,
    mute: {
      fr: 'This text says nothing in French.',
      en: 'This text says nothing in English.',
    },
    activityNested: 'A poll or a workshop stands neither in a list nor in a quotation.',
    secondActivity: 'A slide carries one poll or workshop.',
    answerOutside: 'answer: no option has this number.',
    sameId: (id) => `id: “${id}” is used above in this deck.`,
    lateOpener: 'The class opener is for the first slide only.',
  },
};
