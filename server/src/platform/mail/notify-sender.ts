import { NotifyClient } from 'notifications-node-client';
import type { HandOver, Lookup, MailSender, OutgoingMessage } from './mail-sender.ts';

/** How the portal reaches GOV.UK Notify. */
export interface NotifyOptions {
  readonly apiKey: string;
  /** undefined means the address the library knows. */
  readonly baseUrl: string | undefined;
  /** Templates of one ((subject)) and one ((text)) each. */
  readonly emailTemplate: string;
  readonly letterTemplate: string;
  /** Milliseconds after which no answer is waited for. */
  readonly timeout?: number;
}

const TIMEOUT = 20_000;
/** Codes of a connection that never came about: nothing of the message has left. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const NOT_DELIVERED: Readonly<Record<string, string>> = {
  'permanent-failure': 'The address does not exist, or refuses mail. Check it with the recipient.',
  'temporary-failure': 'The recipient’s mailbox could not be reached for three days. It may be full or switched off.',
  'technical-failure': 'GOV.UK Notify could not deliver it for a technical reason. Send it again.',
  'validation-failed': 'The letter could not be printed as it is. Check its text.',
  'virus-scan-failed': 'GOV.UK Notify found something unsafe in the letter.',
  cancelled: 'The letter was cancelled at GOV.UK Notify before it was printed.',
};
const DELIVERED = new Set(['delivered', 'received']);
/** GOV.UK Notify takes three to seven lines of address; the last is the postcode. */
const MOST_ADDRESS_LINES = 7;

interface GatewayError { readonly code?: string; readonly response?: { readonly status: number; readonly data?: { readonly errors?: readonly { readonly message?: string }[] } } }
type Rest = (options: Record<string, unknown>) => Promise<unknown>;

/** Emails and letters through GOV.UK Notify. */
export function notifySender({ apiKey, baseUrl, emailTemplate, letterTemplate, timeout = TIMEOUT }: NotifyOptions): MailSender {
  const client = baseUrl === undefined ? new NotifyClient(apiKey) : new NotifyClient(baseUrl, apiKey);
  const { restClient } = client.apiClient as { restClient: Rest };
  // The library waits for ever: a gateway that takes a message and says nothing would hold the job. The signal also covers connecting.
  client.setClient(((options: Record<string, unknown>) => restClient({ ...options, timeout, signal: AbortSignal.timeout(timeout), maxRedirects: 0 })) as unknown as Parameters<typeof client.setClient>[0]);

  const handOver = async ({ reference, channel, address, subject, text }: OutgoingMessage): Promise<{ data: { id: string } }> => {
    const personalisation = { subject, text };
    if (channel === 'EMAIL') return client.sendEmail(emailTemplate, address, { personalisation, reference });
    const lines = Object.fromEntries(address.split('\n').slice(0, MOST_ADDRESS_LINES).map((line, index) => [`address_line_${index + 1}`, line]));
    return client.sendLetter(letterTemplate, { personalisation: { ...lines, ...personalisation }, reference });
  };

  return {
    name: 'notify', leaves: true,
    send: async (message) => {
      try {
        return { kind: 'ACCEPTED', gatewayId: (await handOver(message)).data.id };
      } catch (error) {
        return endOf(error as GatewayError);
      }
    },
    find: async ({ reference, channel }) => {
      try {
        const { data } = await client.getNotifications(channel === 'EMAIL' ? 'email' : 'letter', undefined, reference);
        return fateOf(data.notifications);
      } catch (error) {
        return { kind: 'NO_ANSWER', why: noAnswer(error as GatewayError) };
      }
    },
  };
}

const said = ({ response }: GatewayError): string => (response?.data?.errors ?? []).map(({ message }) => message ?? '').join(' ').slice(0, 300);

function noAnswer(error: GatewayError): string {
  return error.response === undefined ? 'GOV.UK Notify gave no answer in time.' : `GOV.UK Notify answered with a fault of its own (${error.response.status}).`;
}

/** A fault of the gateway's own (5xx) may come after it took the message: as good as no answer. */
function endOf(error: GatewayError): HandOver {
  const status = error.response?.status;
  if (status === undefined) return NEVER_CONNECTED.has(error.code ?? '') ? { kind: 'NOT_HANDED_OVER', why: 'GOV.UK Notify could not be reached.' } : { kind: 'NO_ANSWER', why: noAnswer(error) };
  if (status === 401 || status === 403) return { kind: 'NOT_HANDED_OVER', why: 'GOV.UK Notify refused the portal’s key. The service desk has to check NOTIFY_API_KEY.' };
  if (status === 429) return { kind: 'NOT_HANDED_OVER', why: 'GOV.UK Notify takes no more messages for now.' };
  if (status >= 400 && status < 500) return { kind: 'REFUSED', why: `GOV.UK Notify refused it: ${said(error) || `answer ${status}`}` };
  return { kind: 'NO_ANSWER', why: noAnswer(error) };
}

function fateOf(found: readonly { readonly id: string; readonly status: string }[] | undefined): Lookup {
  // An answer that is not a list of messages proves nothing about this one.
  if (!Array.isArray(found)) return { kind: 'NO_ANSWER', why: 'GOV.UK Notify gave an answer the portal could not read.' };
  const all = found as readonly { readonly id: string; readonly status: string }[];
  const known = all.find(({ status }) => DELIVERED.has(status)) ?? all.find(({ status }) => NOT_DELIVERED[status] === undefined) ?? all[0];
  if (known === undefined) return { kind: 'NOT_KNOWN' };
  const why = NOT_DELIVERED[known.status];
  return { kind: 'KNOWN', gatewayId: known.id, fate: DELIVERED.has(known.status) ? 'DELIVERED' : why === undefined ? 'ON_ITS_WAY' : 'NOT_DELIVERED', why: why ?? '' };
}
