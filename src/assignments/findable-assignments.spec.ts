import { AssignmentLibrary } from './content.js';
import { textsOf } from './findable-assignments.js';

const [content] = new AssignmentLibrary().list();

describe('what can be found of an assignment', () => {
  it.each(['fr', 'en'] as const)('is its sections, stages and criteria: %s', (lang) => {
    const texts = textsOf(content!, lang);
    const { spec, rubric } = content!;
    const sections = content!.brief[lang].match(/<h2\b/g) ?? [];
    expect(texts).toHaveLength(1 + sections.length + spec.stages.length + rubric.criteria.length + 1);
    expect(texts.every(({ title, body }) => title && body && !/[<>]|&amp;/.test(title + body))).toBe(true);
  });

  it('leads to the section of the brief, where the browser can', () => {
    const mission = textsOf(content!, 'fr').find(({ title }) => title === 'Votre mission');
    expect(mission?.address).toBe('assignments/competitive-analysis#brief:~:text=Votre%20mission');
  });
});
