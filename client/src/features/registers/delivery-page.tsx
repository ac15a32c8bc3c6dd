import { useQuery } from '../../graphql/hooks.ts';
import { useEffect } from 'react';
import { useLocation, useRevalidator, useSearchParams } from 'react-router';
import { dateOfInstant, formatDay, formatInstant, formatTime } from '../../lib/format.ts';
import { may, numberIn, pageLoader, usePageData } from '../../graphql/page-query.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { useMe } from '../identity/index.ts';
import { DeliveryDocument, DeliveryProgressDocument, type DeliveryQuery } from './delivery.generated.ts';
import { isReading, keptSentence, putBackWords, senderWords, wasKept } from './delivery-words.ts';
import { NothingKept } from './nothing-kept.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { Receipt } from './receipt.tsx';
import { RefusedList } from './refused-list.tsx';
import { undoHref } from './undo-panel.tsx';

export type Delivery = DeliveryQuery['delivery'];

const EVERY_REASON = 'all';
const POLL_MS = 1000;

export const loader = pageLoader(DeliveryDocument, ({ id }, search) => {
  const code = search.get('code');
  return { id: id ?? '', listed: code !== null, mayUndo: may('delivery:undo'), code: code === EVERY_REASON ? null : code, page: numberIn(search, 'page', 1, 100_000), take: numberIn(search, 'take', 25, 100) };
});

/** One delivery: its progress while it is read, then its receipt. */
export function Component() {
  const { data } = usePageData(DeliveryDocument);
  const { me } = useMe();
  const { delivery } = data;
  const [search] = useSearchParams();
  const reading = isReading(delivery);
  const { now, isOutOfTouch } = useProgress(delivery, reading);
  useStartAtHash();
  const who = delivery.school?.name ?? 'The whole authority';
  const lists = delivery.refusedRows !== undefined;
  const kept = wasKept(delivery);
  const title = lists ? `Refused rows: ${who}` : reading ? `Reading: ${who}` : !kept ? `Not kept: ${who}` : `${delivery.undone ? 'Undone' : 'Receipt'}: ${who}${delivery.lastDay ? `, marks to ${formatDay(delivery.lastDay)}` : ''}`;
  const crumbs = [{ text: 'Home', href: '/' }, { text: me.schools.length === 1 ? 'What we sent' : 'Data', href: '/data' }];
  return (
    <Page windowTitle={lists ? `Refused rows, ${delivery.reference}` : `Receipt ${delivery.reference}`} breadcrumbs={lists ? [...crumbs, { text: `Receipt ${delivery.reference}`, href: `/data/deliveries/${delivery.id}` }, { text: 'Refused rows' }] : [...crumbs, { text: `Receipt ${delivery.reference}` }]}>
      {search.get('again') === '1' && delivery.status === 'KEPT' && (
        <NotificationBanner title="The same file again" text={`This very file was received on ${formatDay(dateOfInstant(delivery.receivedAt))} at ${formatTime(delivery.receivedAt)}. Nothing changed; this is its receipt.`} />
      )}
      {search.get('undone') === '1' && delivery.undone && (
        <NotificationBanner kind="success" title="Undone" text={`${delivery.undo ? `Put back: ${putBackWords(delivery.undo)}. ` : ''}Everything stands as it did before this file came.`} />
      )}
      <PageTitle title={title} lede={<Lede delivery={delivery} />} actions={!reading && !lists && <Actions delivery={delivery} />} />
      {reading && <ReadingPanel delivery={delivery} now={now} isOutOfTouch={isOutOfTouch} />}
      {!reading && lists && <RefusedList delivery={delivery} />}
      {!reading && !lists && (kept ? <Receipt delivery={delivery} /> : <NothingKept delivery={delivery} />)}
      {/* Always here, so that the end of reading is announced to whoever waits for it. */}
      <p className="govuk-visually-hidden" role="status" aria-live="polite">{reading ? '' : kept ? keptSentence(delivery) : (delivery.refusal?.happened ?? 'Nothing was kept.')}</p>
    </Page>
  );
}

function Lede({ delivery }: { delivery: Delivery }) {
  const { school } = delivery;
  return (
    <>
      File {delivery.fileName}, {senderWords(delivery)} on {formatInstant(delivery.receivedAt)} · receipt {delivery.reference}
      {school && <> · <Link href={`/schools/${school.id}`}>{school.name}<span className="govuk-visually-hidden">: the school’s page</span></Link></>}
    </>
  );
}

function Actions({ delivery }: { delivery: Delivery }) {
  const listed = delivery.refusedReasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    <>
      <Button variant="secondary" onClick={() => window.print()}>Print {wasKept(delivery) ? 'receipt' : 'this page'}</Button>
      {listed > 0 && <Button variant="secondary" href={`/files/deliveries/${delivery.id}/refused.csv`}>{listed === 1 ? 'Download the refused row' : `Download the ${listed.toLocaleString('en-GB')} refused rows`}</Button>}
      {delivery.undo?.obstacle === null && <Button variant="secondary" href={undoHref(delivery)}>Undo this delivery</Button>}
    </>
  );
}

/** Asks each second how far the file is; once it is done, the whole receipt is asked for. */
function useProgress(delivery: Delivery, reading: boolean) {
  const { revalidate } = useRevalidator();
  const { data, error } = useQuery(DeliveryProgressDocument, { variables: { id: delivery.id }, pollInterval: reading ? POLL_MS : 0, skip: !reading, fetchPolicy: 'network-only' });
  const now = data?.delivery ?? delivery;
  const isDone = reading && !isReading(now);
  useEffect(() => {
    if (isDone) void revalidate();
  }, [isDone, revalidate]);
  return { now, isOutOfTouch: error !== undefined };
}

/** A link to a part of the receipt finds it, though it is drawn after the page was opened. */
function useStartAtHash() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
}
