import { tellTheCircle } from './circle.js';

describe('l’histoire entière, en français', () =>
  tellTheCircle('fr', {
    answer: 'Devrait-on vendre en ligne, ou au marché ?',
    comment: 'Une seule candidate écartée. Dites pourquoi.',
    general: 'Beau départ : serrez la question.',
    level: /un élément reste mince/,
    points: '7 sur 10',
  }));
