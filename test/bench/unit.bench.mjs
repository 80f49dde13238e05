// The page of a unit against two statements: who reads, and what they did with it. Its texts are files.
import { benchPage } from './pages.mjs';

await benchPage({
  name: 'unit',
  path: '/courses/demo/units/web-writing',
  readers: [
    { who: 'a student', email: 'student1@attrait.example' },
    { who: 'a lecturer', email: 'lecturer@attrait.example' },
  ],
  needed: 2,
  atMost: { goal: 1.5, floor: 2 },
});
