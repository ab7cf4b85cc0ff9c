import { PageHeading } from '../../kit/PageHeading';

export function DataflowScreen() {
  return <PageHeading>Dataflow</PageHeading>;
}
