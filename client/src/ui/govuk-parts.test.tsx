import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button } from './button.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { InsetText } from './inset-text.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { Pagination } from './pagination.tsx';
import { SkipLink } from './skip-link.tsx';
import { SummaryList, type SummaryAction } from './summary-list.tsx';
import { Table, type TableCell } from './table.tsx';
import { Tag } from './tag.tsx';
import { WarningText } from './warning-text.tsx';
import { content, flag, list, matchFixtures, object, propsOf, text, type Options } from './testing/fixtures.tsx';

matchFixtures('button', (options) => {
  const common = { ...propsOf(options), id: text(options.id), start: flag(options.isStartButton), preventDoubleClick: flag(options.preventDoubleClick) };
  if (options.href) return <Button {...common} href={text(options.href) ?? ''}>{content(options)}</Button>;
  const type = (text(options.type) ?? 'submit') as 'submit' | 'button' | 'reset';
  return <Button {...common} type={type} name={text(options.name)} value={text(options.value)} disabled={flag(options.disabled)}>{content(options)}</Button>;
});

matchFixtures('breadcrumbs', (options) => (
  <Breadcrumbs
    {...propsOf(options)} label={text(options.labelText)} collapseOnMobile={flag(options.collapseOnMobile)}
    items={list(options.items).map((item) => ({ text: content(item), href: text(item.href), linkProps: propsOf({ attributes: item.attributes }) }))}
  />
));

matchFixtures('skip-link', (options) => (
  <SkipLink {...propsOf(options)} href={text(options.href) || '#content'}>{content(options) ?? ''}</SkipLink>
));

matchFixtures('error-summary', (options) => (
  <ErrorSummary
    {...propsOf(options)} title={content(options, 'titleHtml', 'titleText') ?? ''} description={content(options, 'descriptionHtml', 'descriptionText')}
    errors={list(options.errorList).map((item) => ({ text: content(item), href: text(item.href), linkProps: propsOf({ attributes: item.attributes }) }))}
  />
));

matchFixtures('details', (options) => (
  <Details {...propsOf(options)} id={text(options.id)} open={flag(options.open)} summary={content(options, 'summaryHtml', 'summaryText')}>{content(options)}</Details>
));

matchFixtures('tag', (options) => <Tag {...propsOf(options)}>{content(options)}</Tag>);

matchFixtures('warning-text', (options) => (
  <WarningText {...propsOf(options)} hiddenPrefix={text(options.iconFallbackText)}>{content(options)}</WarningText>
));

matchFixtures('inset-text', (options) => <InsetText {...propsOf(options)} id={text(options.id)}>{content(options)}</InsetText>);

matchFixtures('notification-banner', (options) => (
  <NotificationBanner
    {...propsOf(options)} kind={options.type === 'success' ? 'success' : 'information'} title={content(options, 'titleHtml', 'titleText')}
    titleId={text(options.titleId) ?? 'govuk-notification-banner-title'} headingLevel={options.titleHeadingLevel ? (Number(options.titleHeadingLevel) as 2 | 3 | 4) : undefined}
    role={text(options.role) as 'alert' | undefined} text={text(options.text)}
  >
    {options.html ? content({ html: options.html }) : undefined}
  </NotificationBanner>
));

matchFixtures('pagination', (options) => {
  const step = (value: unknown) => {
    const link = object(value);
    return link.href ? { href: text(link.href) ?? '', text: content(link), label: text(link.labelText), linkProps: propsOf({ attributes: link.attributes }) } : undefined;
  };
  const items = options.items === undefined ? undefined : list(options.items).filter((item) => Object.keys(item).length > 0).map((item) =>
    item.ellipsis ? { ellipsis: true as const } : {
      number: text(item.number) ?? '', href: text(item.href) ?? '', isCurrent: flag(item.current), label: text(item.visuallyHiddenText),
      linkProps: propsOf({ attributes: item.attributes }),
    });
  return <Pagination {...propsOf(options)} label={text(options.landmarkLabel)} previous={step(options.previous)} next={step(options.next)} items={items} />;
});

function cellOf(cell: Options): TableCell {
  return {
    ...propsOf(cell), content: content(cell), numeric: cell.format === 'numeric',
    colSpan: cell.colspan ? Number(cell.colspan) : undefined, rowSpan: cell.rowspan ? Number(cell.rowspan) : undefined,
  };
}

matchFixtures('table', (options) => (
  <Table
    {...propsOf(options)} caption={text(options.caption)} captionClassName={text(options.captionClasses)} firstCellIsHeader={flag(options.firstCellIsHeader)}
    head={options.head ? list(options.head).map(cellOf) : undefined}
    rows={(options.rows as unknown[]).filter(Boolean).map((row) => list(row).map(cellOf))}
  />
));

function actionsOf(value: unknown): SummaryAction[] | undefined {
  const { items } = object(value);
  return items === undefined ? undefined : list(items).map((item) => ({
    href: text(item.href) ?? '', text: content(item), hiddenText: text(item.visuallyHiddenText), linkProps: propsOf(item),
  }));
}

matchFixtures('summary-list', (options) => {
  const card = object(options.card);
  const title = object(card.title);
  return (
    <SummaryList
      {...propsOf(options)}
      rows={list(options.rows).map((row) => ({
        key: content(row.key), keyClassName: text(object(row.key).classes), value: content(row.value), valueClassName: text(object(row.value).classes),
        actions: actionsOf(row.actions), actionsClassName: text(object(row.actions).classes), className: text(row.classes),
      }))}
      card={options.card ? {
        ...propsOf(card), title: content(title), titleClassName: text(title.classes), headingLevel: title.headingLevel ? (Number(title.headingLevel) as 2 | 3) : undefined,
        actions: actionsOf(card.actions), actionsClassName: text(object(card.actions).classes),
      } : undefined}
    />
  );
});
