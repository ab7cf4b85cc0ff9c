import { PageHeading } from '../../kit/PageHeading';

export function NewDataflowScreen() {
  return <PageHeading>NewDataflow</PageHeading>;
}
