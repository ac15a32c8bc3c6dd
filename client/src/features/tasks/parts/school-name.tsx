import { Link } from '../../../ui/link.tsx';
import { useMe } from '../../identity/index.ts';

/** A school, as a link for whoever may open it. */
export function SchoolName({ id, name }: { id: number | null; name: string | null }) {
  const { can } = useMe();
  if (id === null || name === null) return <>None</>;
  return can('school:read') ? <Link href={`/schools/${id}`}>{name}</Link> : <>{name}</>;
}
