import { TIER_VALUES, type TierValueName, type TierValues } from '@attendance/shared/meetings';
import type { Operation } from '../../platform/graphql/operation.ts';

/** A version of what the authority set: the values that are not those of the rule pack, and the ISO day they hold from. */
export interface TierSetting { readonly version: number; readonly fromOn: string; readonly own: TierValues; readonly reason: string; readonly by: string | null; readonly at: string }

/** `tier.fall-much.hundredths` stands in the column fall_much_hundredths. */
const columnOf = (name: TierValueName): string => name.slice('tier.'.length).replaceAll(/[.-]/g, '_');
const OWN = `jsonb_strip_nulls(jsonb_build_object(${TIER_VALUES.map(({ name }) => `'${name}', s.${columnOf(name)}`).join(', ')}))`;

/** What holds on a day, SQL: of the versions that have begun, the one that began last, and of two that began together the later. Null where nothing was set. */
export const tierValuesInForce = (day: string): string => `(select ${OWN} from tier_setting s where s.from_on <= ${day} order by s.from_on desc, s.version desc limit 1)`;

/** SQL of the weights and limits that the authority sets for its tiers. */
export class TierSettingsRepository {
  /** What holds on an ISO day. */
  async inForce(operation: Operation, on: string): Promise<TierValues> {
    const [row] = await operation.sql<{ own: TierValues | null }>(`select ${tierValuesInForce('$1')} as own`, [on]);
    return row?.own ?? {};
  }

  /** Every version, latest first. */
  async versions(operation: Operation): Promise<TierSetting[]> {
    return operation.sql<TierSetting>(
      `select s.version, s.from_on as "fromOn", ${OWN} as own, s.reason, c.full_name as by, to_json(s.at) #>> '{}' as at from tier_setting s left join colleague c on c.id = s.by_id order by s.version desc limit 100`);
  }

  /** False where somebody set them since the version the sender saw: nothing is done then. */
  async set(operation: Operation, held: number, fromOn: string, own: TierValues, reason: string): Promise<boolean> {
    const columns = Object.fromEntries(Object.entries(own).map(([name, value]) => [columnOf(name as TierValueName), value]));
    const [row] = await operation.sql<{ done: boolean }>('select set_tier_values($1, $2, $3, $4) as done', [held, fromOn, JSON.stringify(columns), reason]);
    return row?.done ?? false;
  }
}
