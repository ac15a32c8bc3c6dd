import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { Link } from './link.tsx';

export type SummaryAction = { href: string; text: ReactNode; /** What is acted on, for those who hear the link alone. */ hiddenText?: string; linkProps?: Attributes<'a'> };

export type SummaryRow = {
  key: ReactNode;
  keyClassName?: string;
  value: ReactNode;
  valueClassName?: string;
  actions?: readonly SummaryAction[];
  actionsClassName?: string;
  className?: string;
};

export type SummaryCard = Omit<Attributes<'div'>, 'title'> & {
  title?: ReactNode;
  titleClassName?: string;
  headingLevel?: 2 | 3 | 4;
  actions?: readonly SummaryAction[];
  actionsClassName?: string;
};

export type SummaryListProps = Attributes<'dl'> & { rows: readonly SummaryRow[]; card?: SummaryCard };

function ActionLink({ action, card }: { action: SummaryAction; card: ReactNode }) {
  const hidden = action.hiddenText || card;
  return (
    <Link {...action.linkProps} className={cx('govuk-link', action.linkProps?.className)} href={action.href}>
      {action.text}
      {hidden && (
        <span className="govuk-visually-hidden">
          {action.hiddenText && ` ${action.hiddenText}`}
          {card && <>{' ('}{card})</>}
        </span>
      )}
    </Link>
  );
}

function Row({ row, anyActions, card }: { row: SummaryRow; anyActions: boolean; card: ReactNode }) {
  const actions = row.actions ?? [];
  return (
    <div className={cx('govuk-summary-list__row', anyActions && !row.actions && 'govuk-summary-list__row--no-actions', row.className)}>
      <dt className={cx('govuk-summary-list__key', row.keyClassName)}>{row.key}</dt>
      <dd className={cx('govuk-summary-list__value', row.valueClassName)}>{row.value}</dd>
      {actions.length > 0 && (
        <dd className={cx('govuk-summary-list__actions', row.actionsClassName)}>
          {actions.length === 1 && actions[0] ? <ActionLink action={actions[0]} card={card} /> : (
            <ul className="govuk-summary-list__actions-list">
              {actions.map((action, index) => (
                <li key={index} className="govuk-summary-list__actions-list-item"><ActionLink action={action} card={card} /></li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function CardActions({ actions, className, title }: { actions: readonly SummaryAction[]; className?: string; title: ReactNode }) {
  const classes = cx('govuk-summary-card__actions', className);
  if (actions.length === 1 && actions[0]) return <div className={classes}><ActionLink action={actions[0]} card={title} /></div>;
  return (
    <ul className={classes}>
      {actions.map((action, index) => <li key={index} className="govuk-summary-card__action"><ActionLink action={action} card={title} /></li>)}
    </ul>
  );
}

export function SummaryList({ rows, card, className, ...rest }: SummaryListProps) {
  const anyActions = rows.some((row) => (row.actions?.length ?? 0) > 0);
  const list = (
    <dl className={cx('govuk-summary-list', className)} {...rest}>
      {rows.map((row, index) => <Row key={index} row={row} anyActions={anyActions} card={card?.title} />)}
    </dl>
  );
  if (!card) return list;
  const { title, titleClassName, headingLevel = 2, actions = [], actionsClassName, className: cardClass, ...box } = card;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={cx('govuk-summary-card', cardClass)} {...box}>
      <div className="govuk-summary-card__title-wrapper">
        {title && <Heading className={cx('govuk-summary-card__title', titleClassName)}>{title}</Heading>}
        {actions.length > 0 && <CardActions actions={actions} className={actionsClassName} title={title} />}
      </div>
      <div className="govuk-summary-card__content">{list}</div>
    </div>
  );
}
