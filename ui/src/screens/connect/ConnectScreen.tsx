import { PageHeading } from '../../kit/PageHeading';

export function ConnectScreen() {
  return <PageHeading>Connect</PageHeading>;
}
