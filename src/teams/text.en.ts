import { englishS as s } from '../kernel/plural.js';
import type { fr } from './text.fr.js';

export const en: typeof fr = {
  title: 'Teams',
  course: 'Course',
  lede: {
    student: (min, max) => `The project is done together: ${min} to ${max} people of one section. Choose a team, or make your own.`,
    staff: 'Who works with whom, in the sections you follow.',
  },
  mine: 'Your team',
  none: { title: 'You are not in a team yet', hint: 'Join one below, or make your own: the work begins there.' },
  others: 'The teams of your section',
  all: 'The teams',
  section: (name) => `Section ${name}`,
  seats: (taken, seats) => `${taken} of ${seats}`,
  seatsLabel: (taken, seats) => `${taken} of ${seats} seat${s(seats)} taken`,
  members: (team) => `Members of ${team}`,
  nobody: 'Nobody yet',
  you: 'you',
  open: 'Open',
  full: 'Full',
  locked: 'Closed',
  short: (missing) =>
    missing === 1
      ? 'One more person is needed for the team to be large enough.'
      : `${missing} more people are needed for the team to be large enough.`,
  join: 'Join',
  joinLabel: (team) => `Join ${team}`,
  leave: 'Leave the team',
  leaveAsk: (team) => `Leave ${team}?`,
  leaveThen: 'Your seat becomes free. What the team wrote stays with it.',
  toProject: 'Go to the project',
  empty: {
    title: 'No team yet',
    student: 'The first one you make will appear here.',
    staff: 'Teams will appear here as soon as they are made.',
  },
  done: {
    joined: (team) => `You are in ${team}.`,
    left: 'You have left the team.',
    created: (team) => `The team ${team} exists, and you are in it.`,
  },
  create: {
    title: 'Make a team',
    name: 'Name of the team',
    hint: 'That of the organisation you study, for instance. The teaching team and your section see it.',
    submit: 'Make the team',
    missing: 'Give the team a name.',
    tooLong: (most) => `The name has at most ${most} characters.`,
    taken: 'A team of the course has this name already. Choose another.',
  },
  refusals: {
    notFound: 'This team does not exist, or is not open to you.',
    archived: 'The course is archived: teams no longer change.',
    studentsOnly: 'Only students of the course join a team.',
    alreadyIn: 'You are in a team already. Leave it first.',
    notIn: 'You are no longer in this team.',
    otherSection: 'This team belongs to another section than yours.',
    locked: 'This team has handed in work already: it takes nobody any more. Write to the teaching team if this is a mistake.',
    lockedForLeaving: 'Your team has handed in work already: to leave it, write to the teaching team.',
    full: 'All seats are taken. Choose another team, or make your own.',
  },
};
