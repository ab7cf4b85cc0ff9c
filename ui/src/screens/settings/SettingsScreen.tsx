import { PageHeading } from '../../kit/PageHeading';

export function SettingsScreen() {
  return <PageHeading>Settings</PageHeading>;
}
