import { readFileSync } from 'node:fs';
import { readSyllabus } from './syllabus-file.js';

const real = readFileSync('slides/course.yaml', 'utf8');

it('reads the course’s own file', () => {
  const { syllabus, problems } = readSyllabus(real, 'slides/course.yaml');
  expect(problems).toEqual([]);
  expect(syllabus).toMatchObject({ weeks: 13, title: { fr: 'Marketing entrepreneurial', en: 'Entrepreneurial marketing' } });
});

it.each([
  ['weights that do not add up', real.replace('weight: 45', 'weight: 46'), 'assessment', /add up to 100/],
  ['a language that is missing', real.replace(/^ {2}en: Also open.*$/m, ''), 'audience', /en/],
  ['a word it does not know', `${real}\nteacher: Somebody\n`, 'teacher', /teacher/],
])('says where the file has %s', (_, text, word, reason) => {
  const { syllabus, problems } = readSyllabus(text, 'slides/course.yaml');
  expect(syllabus).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.reason.en).toMatch(reason);
  expect(text.split('\n').slice(0, problems[0]?.line).join('\n')).toContain(word);
});
