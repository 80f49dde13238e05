import { planMeetings, planStages, type Timetable } from './course-plan.js';

const WINTER: Timetable = { firstDay: '2027-01-12', from: '18:30', to: '21:30', zone: 'America/Toronto' };
const stage = (key: string, week: number) => ({ key, due: { week, weekday: 'sunday' as const, time: '23:59' } });

describe('the plan of a course', () => {
  it('has thirteen classes on the same weekday and at the same hour, whatever the clocks do', () => {
    const meetings = planMeetings(WINTER);

    expect(meetings).toHaveLength(13);
    expect(meetings[0]?.startsAt).toEqual(new Date('2027-01-12T23:30:00Z'));
    expect(meetings[8]?.startsAt).toEqual(new Date('2027-03-09T23:30:00Z'));
    // The clocks went forward on 14 March.
    expect(meetings[9]?.startsAt).toEqual(new Date('2027-03-16T22:30:00Z'));
    expect(meetings[9]?.endsAt).toEqual(new Date('2027-03-17T01:30:00Z'));
  });

  it('leaves out the weeks of pause, and moves what comes after with them', () => {
    const pauses = ['2027-02-24', '2027-03-01'];
    const days = planMeetings({ ...WINTER, pauses }).map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
    const plan = planStages({ ...WINTER, pauses }, [stage('proposal', 4), stage('grid', 8)]);

    // 23 February and 2 March are left out; the class of 16 March keeps its hour over the change of time.
    expect(days.slice(5, 9)).toEqual(['2027-02-16', '2027-03-09', '2027-03-16', '2027-03-23']);
    expect(plan.get('proposal')?.dueAt).toEqual(new Date('2027-02-08T04:59:00Z'));
    expect(plan.get('grid')?.dueAt).toEqual(new Date('2027-03-22T03:59:00Z'));
  });

  it('gives two weeks to the units that need them, and none to the last two', () => {
    const units = planMeetings(WINTER).map(({ unit }) => unit);

    expect(units.slice(4, 6)).toEqual(['competitive-analysis', 'competitive-analysis']);
    expect(units.slice(11)).toEqual([null, null]);
  });

  it('makes each stage due on its weekday, and opens the next one then', () => {
    const plan = planStages(WINTER, [stage('proposal', 4), stage('grid', 8), stage('analysis', 10)]);

    expect(plan.get('proposal')).toEqual({ opensAt: new Date('2027-01-12T23:30:00Z'), dueAt: new Date('2027-02-08T04:59:00Z') });
    expect(plan.get('grid')?.opensAt).toEqual(new Date('2027-02-08T04:59:00Z'));
    expect(plan.get('analysis')?.dueAt).toEqual(new Date('2027-03-22T03:59:00Z'));
  });
});
