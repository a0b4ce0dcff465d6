import './review.css';
import { type MouseEvent, useEffect, useState } from 'react';
import { dayWithoutWeekday } from '../../kit/format.js';
import { run } from '../../kit/graphql.js';
import { useLocale } from '../../kit/language.js';
import { Button, FailureNotice, Notice, Skeleton } from '../../kit/parts.js';
import { isSignedOut } from '../../kit/request.js';
import { useQuery } from '../../kit/use-query.js';
import { addresses } from '../addresses.js';
import { useAgent } from '../context.js';
import { dayOf } from '../model.js';
import { Papers } from '../Papers.js';
import { Held } from './Held.js';
import { inOrderOfCare, isField, isOpen, kinds, openFields, sections, type Version } from './model.js';
import { Next } from './Next.js';
import { reviewQuery } from './operations.js';
import { Point } from './Point.js';
import { useReviewTexts } from './texts.js';

/** A convention being prepared, read point by point by those whom the guichet names for it. */
export function ReviewPage() {
  const t = useReviewTexts();
  const { locale } = useLocale();
  const { follow } = useAgent();
  const { data, failure, reload } = useQuery('review', () => run(reviewQuery, {}, locale));
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get('version')); // a mail names the one it tells of
  const [said, setSaid] = useState('');
  const failed =
    failure !== null && !isSignedOut(failure) ? <FailureNotice failure={failure} onRetry={reload} /> : null;
  const versions = inOrderOfCare(data?.conventionVersions.nodes ?? []);
  const shown = versions.find(({ id }) => id === chosen) ?? versions[0];
  // An answer changes their order: one stays with the convention that one answered for.
  useEffect(() => {
    if (shown) setChosen(shown.id);
  }, [shown]);
  if (!data) return failed ?? <Skeleton />;
  const names = versions.map(({ guichet }) => guichet.name);
  const alike = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const choose = (id: string) => {
    setSaid('');
    setChosen(id);
  };
  return (
    <>
      {failed}
      <div role="status" id="said" className="stack" tabIndex={-1}>
        {said ? (
          <Notice tone="good">
            <p>{said}</p>
          </Notice>
        ) : null}
      </div>
      {versions.length > 1 ? (
        <fieldset className="stack stack-close">
          <legend>{t('which')}</legend>
          <div className="buttons">
            {versions.map((version) => (
              <button
                key={version.id}
                type="button"
                className={`button${version === shown ? ' button-chosen' : ''}`}
                aria-pressed={version === shown}
                onClick={() => choose(version.id)}
              >
                {version.guichet.name}
                {alike(version.guichet.name) ? ` · ${heldIn(version, t)}` : null}
              </button>
            ))}
          </div>
        </fieldset>
      ) : null}
      {shown ? (
        <Reading key={shown.id} version={shown} onChanged={reload} onSaid={setSaid} />
      ) : (
        <div className="card stack">
          <p>{t('none.text')}</p>
          <a className="button" href={addresses.guichet} onClick={follow}>
            {t('noneAction')}
          </a>
        </div>
      )}
    </>
  );
}

/** Which text it is: the convention's own, or one of its avenants. */
const heldIn = ({ rank, convention: { number } }: Version, t: ReturnType<typeof useReviewTexts>): string =>
  rank > 1 ? t('avenant', { rank: rank - 1, number }) : t('convention', { number });

interface ReadingProps {
  readonly version: Version;
  readonly onChanged: () => Promise<void>;
  /** What was done, in words; nothing once it holds no more. */
  readonly onSaid: (said: string) => void;
}

function Reading({ version, onChanged, onSaid }: ReadingProps) {
  const t = useReviewTexts();
  const { rank, state, guichet } = version;
  const states = {
    IN_REVIEW: t('state.IN_REVIEW'),
    CORRECTION: t('state.CORRECTION'),
    TO_SIGN: t('state.TO_SIGN'),
  } as const;
  const { locale } = useLocale();
  const { me } = useAgent().home;
  const { reviewedAt, reviewedByName } = version;
  const answered =
    reviewedAt && state === 'IN_REVIEW'
      ? t('state.answered', {
          name: reviewedByName ?? '',
          day: dayWithoutWeekday(dayOf(reviewedAt, me?.epci?.timeZone ?? 'Europe/Paris'), locale),
        })
      : null;
  const standing = answered ?? (state in states ? states[state as keyof typeof states] : null);
  return (
    <>
      <div className="stack stack-close">
        <h2>{guichet.name}</h2>
        <p className="soft">{heldIn(version, t)}</p>
        {standing ? (
          <Notice tone={answered || state === 'TO_SIGN' ? 'good' : 'info'}>
            <p>{standing}</p>
          </Notice>
        ) : null}
        {state === 'TO_SIGN' ? <Papers version={version} /> : null}
        <Waiting version={version} />
      </div>
      {rank > 1 ? <Changed version={version} /> : null}
      {sections.map(({ title, fields }) => (
        <section key={title} className="card stack points" aria-labelledby={`section-${title}`}>
          <h2 id={`section-${title}`}>{t(`section.${title}`)}</h2>
          {fields.map((field) => (
            <Point
              key={field}
              version={version}
              field={field}
              onChanged={() => {
                onSaid('');
                return onChanged();
              }}
            />
          ))}
        </section>
      ))}
      <Next
        version={version}
        onChanged={onChanged}
        onDone={(done) => {
          onSaid(done);
          // Away from the button, which now does something else.
          goTo('said');
          scrollTo(0, 0);
        }}
      />
    </>
  );
}

/** Shows a place of this long page, and goes on from there. */
function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}

/** The points that wait for an answer, each one press away. */
function Waiting({ version }: { version: Version }) {
  const t = useReviewTexts();
  const count = version.comments.nodes.filter(isOpen).length;
  const go = (event: MouseEvent, field: string) => {
    event.preventDefault();
    goTo(`point-${field}`);
  };
  // What one does next stands at the foot of a long page.
  if (count === 0 && version.readingActs.includes('CONFIRM'))
    return (
      <div className="buttons">
        <Button onPress={() => goTo('next-act')}>{t('waitingRead.action')}</Button>
      </div>
    );
  if (count === 0)
    return version.availableTransitions.some(
      ({ transition, missing }) => transition === 'RESUBMIT' && missing.length === 0,
    ) ? (
      <Notice tone="good">
        <p>{t('waitingNone.text')}</p>
        <Button onPress={() => goTo('next-act')}>{t('waitingNone.action')}</Button>
      </Notice>
    ) : null;
  return (
    <Notice tone="warn">
      <p>{t('waiting', { count })}</p>
      <ul className="jumps">
        {openFields(version).map((field) => (
          <li key={field}>
            <a href={`#point-${field}`} onClick={(event) => go(event, field)}>
              {t(`ConventionVersion.${field}`)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Changed({ version }: { version: Version }) {
  const t = useReviewTexts();
  return (
    <section className="card stack" aria-labelledby="changed">
      <h2 id="changed">{t('changed')}</h2>
      {version.changes.length === 0 ? <p>{t('changedNothing')}</p> : null}
      {version.changes.map(({ field, before, after }) =>
        isField(field) ? (
          <div key={field} className="stack stack-close changed">
            <h3>{t(`ConventionVersion.${field}`)}</h3>
            <dl
              className={
                kinds[field] === 'hours' || Array.isArray(after) ? 'before-after' : 'before-after before-after-short'
              }
            >
              <div>
                <dt className="soft small">{t('before')}</dt>
                <dd>
                  <Held version={version} field={field} value={before} />
                </dd>
              </div>
              <div>
                <dt className="soft small">{t('after')}</dt>
                <dd>
                  <Held version={version} field={field} value={after} />
                </dd>
              </div>
            </dl>
          </div>
        ) : null,
      )}
    </section>
  );
}
