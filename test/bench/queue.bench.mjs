// The grading queue of those who grade two sections, and go on grading two sections when the course has more of them.
import { benchPage } from './pages.mjs';

await benchPage({
  name: 'grading queue',
  path: '/courses/demo/grading',
  readers: [{ who: 'an assistant', email: 'assistant1@attrait.example' }],
  needed: 3,
  atMost: { goal: 1.8, floor: 2.5 },
});
