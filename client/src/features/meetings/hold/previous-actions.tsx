/** Actions of the last meeting, each closed with what came of it. */
export function PreviousActions() {
  return <p>Nothing was agreed in an earlier meeting.</p>;
}
