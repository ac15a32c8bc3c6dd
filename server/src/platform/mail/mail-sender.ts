/** A message as a gateway is given it. */
export interface OutgoingMessage {
  /** A UUID of the message's own: the gateway keeps it, and can be asked by it what became of the message. */
  readonly reference: string;
  readonly channel: 'EMAIL' | 'LETTER';
  /** An email address, or the lines of a postal address. */
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * How handing over ended. REFUSED and NOT_HANDED_OVER are certain: the gateway has not taken it, and will not, or could not be
 * asked. NO_ANSWER is everything else: it may have been taken, so it must not be sent again before the gateway was asked.
 */
export type HandOver =
  | { readonly kind: 'ACCEPTED'; readonly gatewayId: string }
  | { readonly kind: 'CAPTURED' }
  | { readonly kind: 'REFUSED' | 'NOT_HANDED_OVER' | 'NO_ANSWER'; readonly why: string };

/** What the gateway says of a message when asked by its reference. */
export type Lookup =
  | { readonly kind: 'KNOWN'; readonly gatewayId: string; readonly fate: 'ON_ITS_WAY' | 'DELIVERED' | 'NOT_DELIVERED'; readonly why: string }
  | { readonly kind: 'NOT_KNOWN' }
  | { readonly kind: 'NO_ANSWER'; readonly why: string };

/** A way for messages to leave the portal. Neither call throws: every end has a word of its own. */
export interface MailSender {
  readonly name: 'capture' | 'notify';
  /** Whether a message that is handed over leaves the portal. */
  readonly leaves: boolean;
  send(message: OutgoingMessage): Promise<HandOver>;
  find(message: Pick<OutgoingMessage, 'reference' | 'channel'>): Promise<Lookup>;
}
