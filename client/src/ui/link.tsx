import type { ComponentProps } from 'react';
import { useHref, useInRouterContext, useLinkClickHandler } from 'react-router';

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string;
  /** Leave the page for the server: sign in and out, downloads. Known server paths do so by themselves. */
  reload?: boolean;
  /** Stay where we are on the page: sorting, paging, filters. */
  preventScrollReset?: boolean;
  /** Words the next page begins with, kept out of its address. */
  state?: unknown;
};

const SERVER_PATH = /^\/(auth|graphql|uploads|files)(\/|$)/;

function isOurPage(href: string): boolean {
  return (href.startsWith('/') || href.startsWith('?') || href.startsWith('.')) && !href.startsWith('//') && !SERVER_PATH.test(href);
}

/** An anchor that moves inside the portal without a page load wherever it can. */
export function Link({ href, reload = false, preventScrollReset, state, ...rest }: LinkProps) {
  const inRouter = useInRouterContext();
  if (!inRouter || reload || !isOurPage(href)) return <a href={href} {...rest} />;
  return <InPortal href={href} preventScrollReset={preventScrollReset} state={state} {...rest} />;
}

/** The router's own parts of a link, without what its ready-made one brings for servers of its own kind. */
function InPortal({ href, preventScrollReset, state, onClick, ...rest }: Omit<LinkProps, 'reload'>) {
  const move = useLinkClickHandler<HTMLAnchorElement>(href, { target: rest.target, preventScrollReset, state });
  return <a {...rest} href={useHref(href)} onClick={(event) => { onClick?.(event); if (!event.defaultPrevented) move(event); }} />;
}
