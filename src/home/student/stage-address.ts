import { useGuise } from '../../platform/markup/guise.js';

/** Where a team works on a stage. Those who look through a student's eyes have no team: they are led to what is asked. */
export function useStageAddress(course: string): (assignment: string, stage: string) => string {
  const guise = useGuise();
  return (assignment, stage) => {
    const asked = `/courses/${course}/assignments/${assignment}`;
    return guise ? asked : `${asked}/stages/${stage}`;
  };
}
