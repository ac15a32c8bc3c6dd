import type { Config } from '../config/config.ts';
import { captureSender } from './capture-sender.ts';
import type { MailSender } from './mail-sender.ts';
import { notifySender } from './notify-sender.ts';

/** The sender the settings name. */
export const senderOf = ({ notify }: Pick<Config, 'notify'>): MailSender => (notify === undefined ? captureSender() : notifySender(notify));
