import { PageHeading } from '../../kit/PageHeading';

export function WelcomeScreen() {
  return <PageHeading>Welcome</PageHeading>;
}
