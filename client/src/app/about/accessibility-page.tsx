import { Page, PageTitle } from '../../ui/page.tsx';

export function Component() {
  return <Page windowTitle="Home"><PageTitle title="Home" /></Page>;
}
