import { PageHeading } from '../../kit/PageHeading';

export function SetupProgressScreen() {
  return <PageHeading>SetupProgress</PageHeading>;
}
