// What asks before it changes a saved sign-in: a new name, a new secret, or its end.
import {
  AlertDialog,
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Form,
  Heading,
  ToastQueue,
} from '@react-spectrum/s2';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { AppError } from '../../api/bindings/AppError';
import type { Profile } from '../../api/bindings/Profile';
import { problemWords } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { applyProblems } from '../../forms/applyProblems';
import { TextInput } from '../../forms/TextInput';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { useProblemToast } from '../parts/useWaysOut';

export interface Asked {
  what: 'rename' | 'secret' | 'delete';
  profile: Profile;
}

export function SignInDialogs({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  return (
    <DialogContainer onDismiss={onClose}>
      {asked?.what === 'rename' && <RenameDialog profile={asked.profile} onClose={onClose} />}
      {asked?.what === 'secret' && <SecretDialog profile={asked.profile} onClose={onClose} />}
      {asked?.what === 'delete' && <DeleteDialog profile={asked.profile} onClose={onClose} />}
    </DialogContainer>
  );
}

interface OneDialogProps {
  profile: Profile;
  onClose: () => void;
}

function RenameDialog({ profile, onClose }: OneDialogProps) {
  const rename = useWrite('rename_profile');
  const { control, handleSubmit, setError } = useForm({ defaultValues: { name: profile.name } });
  const [problem, setProblem] = useState<AppError>();
  const submit = handleSubmit(({ name }) => {
    setProblem(undefined);
    rename.mutate(
      { profileId: profile.id, name },
      {
        onSuccess: onClose,
        onError: ({ app }) => {
          if (!applyProblems(app, ['name'], setError)) setProblem(app);
        },
      },
    );
  });
  return (
    <FieldDialog
      title="Rename saved sign-in"
      label="Rename saved sign-in"
      busy={rename.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput control={control} name="name" label="Name of this sign-in" autoFocus />
    </FieldDialog>
  );
}

function SecretDialog({ profile, onClose }: OneDialogProps) {
  const replace = useWrite('replace_secret');
  const { control, handleSubmit, setError, setValue } = useForm({ defaultValues: { secret: '' } });
  const [problem, setProblem] = useState<AppError>();
  const submit = handleSubmit(({ secret }) => {
    setProblem(undefined);
    // It goes one way: out of the field before the answer is known.
    setValue('secret', '');
    replace.mutate(
      { profileId: profile.id, secret },
      {
        onSuccess: () => {
          ToastQueue.positive(`${profile.name} has a new client secret`, { timeout: 5000 });
          onClose();
        },
        onError: ({ app }) => {
          if (!applyProblems(app, ['secret'], setError)) setProblem(app);
        },
      },
    );
  });
  return (
    <FieldDialog
      title={`Replace client secret of ${profile.name}`}
      label="Replace client secret"
      busy={replace.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        control={control}
        name="secret"
        secret
        autoFocus
        label="New client secret"
        description="Tried with Adobe first. The old one stays until the new one works."
      />
    </FieldDialog>
  );
}

interface FieldDialogProps {
  title: string;
  /** What the button does. */
  label: string;
  busy: boolean;
  problem: AppError | undefined;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: React.ReactNode;
}

function FieldDialog({ title, label, busy, problem, onSubmit, onClose, children }: FieldDialogProps) {
  return (
    <Dialog size="S">
      <Heading slot="title">{title}</Heading>
      <Content>
        <Form
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            void onSubmit();
          }}
        >
          {children}
          {problem && <ProblemPanel {...problemWords(problem, {})} />}
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="accent" isPending={busy} onPress={() => void onSubmit()}>
          {label}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

function DeleteDialog({ profile, onClose }: OneDialogProps) {
  const remove = useWrite('delete_profile');
  const tell = useProblemToast();
  const press = () =>
    remove.mutate(
      { profileId: profile.id },
      {
        onSuccess: () => ToastQueue.neutral(`${profile.name} was deleted`, { timeout: 5000 }),
        onError: ({ app }) => tell(app, { retry: press, profileId: profile.id }),
      },
    );
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete saved sign-in ${profile.name}?`}
      primaryActionLabel="Delete saved sign-in"
      cancelLabel="Keep it"
      onCancel={onClose}
      onPrimaryAction={press}
    >
      Its client secret is removed from this computer too. Dataflows and everything else at Adobe stay as they
      are.
    </AlertDialog>
  );
}
