import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fieldAt } from '../../crud/metadata';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import type { Act } from './acts';
import type { PageVersion } from './ConventionPage';
import { useEnumeration } from './enumeration';
import { type Move, needFields } from './moves';

interface Props {
  version: PageVersion;
  button: (act: Act, look: { small: boolean }) => ReactNode;
}

/** Said beside the remarks themselves. */
const ofReview = ['OPEN_COMMENT', 'COMMENTS_RESOLVED'];

/** What each next step still waits for, in words, with the way to fill it: the field of the form, or the act to record. */
export function Lacking({ version, button }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const enumerate = useEnumeration();
  const steps = version.availableTransitions
    .map(({ transition, missing }) => ({ transition, missing: missing.filter((need) => !ofReview.includes(need)) }))
    .filter(({ missing }) => missing.length > 0);
  const said = new Set<string>();
  return steps.map(({ transition, missing }) => {
    // Two steps often wait for the same things: they are named once, at the first.
    const key = missing.join();
    if (said.has(key)) return null;
    said.add(key);
    return (
      <Alert
        key={transition}
        type="info"
        showIcon
        message={t('convention.lacking', {
          what: enumerate(missing.map((need) => words.code('ConventionNeed', need))),
          action: words.code('ConventionTransition', transition).toLowerCase(),
        })}
        action={<Ways version={version} missing={missing} button={button} />}
      />
    );
  });
}

function Ways({ version, missing, button }: Props & { missing: Move['missing'] }) {
  const { t } = useTranslation();
  const [first] = missing
    .flatMap((need) => needFields[need] ?? [])
    .filter((field) => version.unlockedFields.includes(field));
  const acts = version.availableActs.map(({ act }) => act).filter((act) => missing.some((need) => need === act));
  if (!first && acts.length === 0) return null;
  return (
    <span className="ways no-print">
      {acts.map((act) => button(act, { small: true }))}
      {first && (
        <Link
          to={`${pathTo('ConventionVersion', version.id)}/edit#${fieldAt('ConventionVersion', first).field.input ?? first}`}
        >
          {t('convention.complete')}
        </Link>
      )}
    </span>
  );
}
