// The course's home against a session, the person's facts and the course's facts: three statements, whatever the size of the class.
import { benchPage } from './pages.mjs';

await benchPage({
  name: 'home',
  path: '/courses/demo',
  readers: [
    { who: 'a student', email: 'student1@attrait.example' },
    { who: 'a lecturer', email: 'lecturer@attrait.example' },
  ],
  needed: 3,
  atMost: { goal: 1.8, floor: 2.5 },
});
