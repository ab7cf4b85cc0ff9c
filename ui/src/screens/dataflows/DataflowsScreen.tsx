import { PageHeading } from '../../kit/PageHeading';

export function DataflowsScreen() {
  return <PageHeading>Dataflows</PageHeading>;
}
