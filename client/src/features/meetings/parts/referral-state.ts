import type { ReferralState } from '@attendance/shared/meetings';
import type { TagColour } from '../../../ui/tag.tsx';

export const STATE_COLOURS: Readonly<Record<ReferralState, TagColour>> = { DRAFT: 'blue', APPROVED: 'green', WITHDRAWN: 'grey' };
