import { diligenceOf } from './diligence.js';

describe('how the demonstration class reads', () => {
  const all = Array.from({ length: 24 }, (_, student) => Array.from({ length: 5 }, (_, unit) => diligenceOf(student, unit, 5)));

  it('lets the first student be in the middle of the last unit, with all of the early ones read', () => {
    expect(all[0]!.map((one) => one?.slides)).toEqual([1, 1, 1, 1, 0.5]);
    expect(all[0]![0]).toMatchObject({ hasWorkshop: true });
  });

  it('leaves somebody behind in every unit, and has somebody read in each', () => {
    for (const unit of [0, 1, 2, 3, 4]) {
      expect(all.filter((one) => one[unit] === null).length).toBeGreaterThan(0);
      expect(all.filter((one) => one[unit]).length).toBeGreaterThan(8);
    }
    expect(all.every((one) => one.every((unit) => !unit || (unit.slides > 0 && unit.slides <= 1 && unit.hours < 168)))).toBe(true);
  });
});
