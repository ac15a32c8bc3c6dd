import { needsApproval, referralCommands, referralGaps, referralProblems, REFERRAL_TEXT_LENGTH, type ReferralAsker, type ReferralCommand, type ReferralState, type ReferralWords } from './index.ts';

const WHOLE: ReferralWords = { reason: 'Mornings at home are hard', outcome: 'In by nine on four days', tried: 'Calls and a mentor', familyTold: 'TOLD' };
const WRITER: ReferralAsker = { mayWrite: true, isHead: false };
const HEAD: ReferralAsker = { mayWrite: false, isHead: true };
const gaps = (more: Partial<ReferralWords> = {}, state: ReferralState = 'APPROVED', service = 'EARLY_HELP', isAboutPupil = true) => referralGaps({ ...WHOLE, ...more, state, service, isAboutPupil });

describe('a draft of a referral', () => {
  test.each<[string, string[], string[]]>([
    ['whole and approved', gaps(), []], ['whole and not approved', gaps({}, 'DRAFT'), ['The headteacher’s approval']], ['of a service that waits for nobody', gaps({}, 'DRAFT', 'MISSING_EDUCATION'), []],
    ['empty', gaps({ outcome: ' ', tried: '', familyTold: null }), ['What should be different afterwards', 'What has been tried', 'Whether the family was told']], ['about the school', gaps({ familyTold: null }, 'APPROVED', 'TRANSPORT', false), []],
    ['withdrawn', gaps({ outcome: '' }, 'WITHDRAWN'), []],
  ])('%s lacks what it lacks', (_name, found, expected) => expect(found).toEqual(expected));

  test.each<[string, Partial<ReferralWords>, string[]]>([['half done', { outcome: '', tried: '', familyTold: null }, []], ['without a reason', { reason: ' \n' }, ['reason']], ['too long', { tried: 'x'.repeat(REFERRAL_TEXT_LENGTH + 1) }, ['tried']], ['as long as may be', { tried: 'x'.repeat(REFERRAL_TEXT_LENGTH) }, []]])(
    '%s is kept or refused', (_name, more, fields) => expect(Object.keys(referralProblems({ ...WHOLE, ...more }))).toEqual(fields));

  test.each<[ReferralState, string, ReferralAsker, ReferralCommand[]]>([
    ['DRAFT', 'EARLY_HELP', WRITER, ['SAVE', 'WITHDRAW']], ['DRAFT', 'EARLY_HELP', HEAD, ['APPROVE']], ['APPROVED', 'EARLY_HELP', HEAD, []], ['APPROVED', 'EARLY_HELP', WRITER, ['SAVE', 'WITHDRAW']],
    ['DRAFT', 'EXPLOITATION', HEAD, []], ['WITHDRAWN', 'EARLY_HELP', { mayWrite: true, isHead: true }, []], ['DRAFT', 'EARLY_HELP', { mayWrite: false, isHead: false }, []],
  ])('%s, %s: %j may %j', (state, service, asker, commands) => expect(referralCommands(state, service, asker)).toEqual(commands));

  test('whoever finds or protects a child waits for no approval', () => expect(['MISSING_EDUCATION', 'EXPLOITATION', 'DOMESTIC_ABUSE', 'EARLY_HELP', 'TRANSPORT'].map(needsApproval)).toEqual([false, false, false, true, true]));
});
