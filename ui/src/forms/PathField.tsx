// A path of a field, chosen from those that are known or typed by hand. What is offered stands below the fields of its
// form, at once and never over them; of thousands only some are drawn, and typing narrows them a moment later. A
// Spectrum combo box draws each of its options in an overlay of its own, which is felt at each key.
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keyTarget } from '../kit/keyTarget';
import { formatCount } from '../lib/number';
import { type Offer, offeredPaths, type PathOption } from './offeredPaths';
import styles from './PathField.module.css';

interface PathFieldProps {
  label: string;
  value: string;
  /** The same list as long as the fields are the same. */
  options: readonly PathOption[];
  onChange: (path: string) => void;
  autoFocus: boolean;
}

const PAGE = 5;

export const PathField = memo(function PathField(props: PathFieldProps) {
  const { label, value, options, onChange, autoFocus } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  /** What was typed since it opened; a path that stood there before narrows nothing. */
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<number>();
  // What is offered follows a moment later than the letters.
  const sought = useDeferredValue(open ? typed : undefined);
  const offer = useMemo(
    () => (sought === undefined ? undefined : offeredPaths(options, sought)),
    [options, sought],
  );
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const shut = () => {
    setOpen(false);
    setTyped('');
    setActive(undefined);
  };
  const take = (path: string) => {
    onChange(path);
    shut();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const known = offer?.paths ?? [];
    const chosen = active === undefined ? undefined : known[active];
    if (event.key === 'Enter' && open) {
      event.preventDefault();
      if (chosen) take(chosen.path);
      else shut();
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      shut();
    } else if (event.key.startsWith('Arrow') || event.key.startsWith('Page')) {
      const next = keyTarget(event.key, active ?? -1, known.length - 1, PAGE);
      if (next === undefined) return;
      event.preventDefault();
      setOpen(true);
      if (known.length > 0) setActive(next);
    }
  };
  const shown = offer !== undefined && offer.paths.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it watches where the focus goes
    <div className={styles.field} onBlur={(event: FocusEvent) => !isWithin(event) && shut()}>
      <div className={styles.entry}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <input
          ref={input}
          id={id}
          className={styles.input}
          role="combobox"
          aria-expanded={shown}
          aria-controls={shown ? `${id}list` : undefined}
          aria-activedescendant={shown && active !== undefined ? `${id}${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            setTyped(event.target.value);
            setOpen(true);
            setActive(undefined);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
      </div>
      {shown && <Offered id={id} label={label} offer={offer} active={active} onTake={take} />}
    </div>
  );
});

function isWithin({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
}

interface OfferedProps {
  id: string;
  label: string;
  offer: Offer;
  active: number | undefined;
  onTake: (path: string) => void;
}

function Offered({ id, label, offer: { paths, more }, active, onTake }: OfferedProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== undefined) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={styles.place}>
      <div ref={list} id={`${id}list`} role="listbox" aria-label={label} className={styles.list}>
        {paths.map(({ path, about }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus
          <div
            key={path}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            // The focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(path)}
          >
            <span className={styles.path}>{path}</span>
            <span className={styles.about}>{about}</span>
          </div>
        ))}
      </div>
      {more > 0 && <p className={styles.more}>{`${formatCount(more)} more: type to narrow them`}</p>}
    </div>
  );
}
