import { tellTheCircle } from './circle.js';

describe('the whole story, in English', () =>
  tellTheCircle('en', {
    answer: 'Should we sell online, or at the market?',
    comment: 'A single rejected candidate. Say why.',
    general: 'A fine start: tighten the question.',
    level: /one element is thin/,
    points: '7 out of 10',
  }));
