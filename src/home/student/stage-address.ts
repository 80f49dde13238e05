import { useViewAs } from '../../platform/markup/view-as.js';

/** Where a team works on a stage. Those who look through a student's eyes have no team: they are led to what is asked. */
export function useStageAddress(course: string): (assignment: string, stage: string) => string {
  const viewAs = useViewAs();
  return (assignment, stage) => {
    const asked = `/courses/${course}/assignments/${assignment}`;
    return viewAs ? asked : `${asked}/stages/${stage}`;
  };
}
