import type { ComponentProps } from 'react';
import { Link as RouterLink, useInRouterContext } from 'react-router';

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string;
  /** Leave the page for the server: sign in and out, downloads. Known server paths do so by themselves. */
  reload?: boolean;
  /** Stay where we are on the page: sorting, paging, filters. */
  preventScrollReset?: boolean;
};

const SERVER_PATH = /^\/(auth|graphql|uploads|files)(\/|$)/;

function isOurPage(href: string): boolean {
  return (href.startsWith('/') || href.startsWith('?') || href.startsWith('.')) && !href.startsWith('//') && !SERVER_PATH.test(href);
}

/** An anchor that moves inside the portal without a page load wherever it can. */
export function Link({ href, reload = false, preventScrollReset, ...rest }: LinkProps) {
  const inRouter = useInRouterContext();
  if (!inRouter || reload || !isOurPage(href)) return <a href={href} {...rest} />;
  return <RouterLink to={href} preventScrollReset={preventScrollReset} {...rest} />;
}
