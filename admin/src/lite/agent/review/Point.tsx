import { useRef, useState } from 'react';
import { Button } from '../../kit/parts.js';
import { useAdding } from '../../kit/use-adding.js';
import { useAgent, useChange } from '../context.js';
import { Correction } from './Correction.js';
import { Held } from './Held.js';
import { begun } from './kept.js';
import { type FieldName, isDiscussed, isOpen, remarksOn, type Version } from './model.js';
import { commentConvention } from './operations.js';
import { OneRemark } from './Remark.js';
import { RemarkForm } from './RemarkForm.js';
import { type ReviewKey, useReviewTexts } from './texts.js';

interface Props {
  readonly version: Version;
  readonly field: FieldName;
  readonly onChanged: () => Promise<void>;
}

const helped = new Set<FieldName>([
  'registers',
  'dossierUnique',
  'etp',
  'meetingsPerYear',
  'levelConditions',
  'sneSignedOn',
  'sneToRevise',
]);

/** One point of the convention: what it says, what is said of it, and the two things one may do. */
export function Point({ version, field, onChanged }: Props) {
  const t = useReviewTexts();
  const own = useAgent().home.me?.agent?.id ?? '';
  const kept = `parvis.review.${own}.${version.id}.${field}`;
  const discussed = isDiscussed(version);
  const [writing, setWriting] = useState(() => discussed && begun(`${kept}.remark`));
  const [correcting, setCorrecting] = useState(() => discussed && begun(`${kept}.value`));
  const place = useRef<HTMLDivElement>(null);
  const commenting = useChange(commentConvention, onChanged);
  const adding = useAdding();
  const label = t(`ConventionVersion.${field}`);
  const about = t('about', { field: label });
  const remarks = remarksOn(version, field);
  const done = remarks.filter((remark) => !isOpen(remark));
  const unlocked = version.unlockedFields.includes(field) && field !== 'referential';
  // The button that had the focus is gone with its form: who uses the keyboard stays at this point.
  const stay = () => place.current?.focus({ preventScroll: true });
  const shared = { about, discussed, unlocked, kept, onChanged, onLeft: stay };
  return (
    <div className="point stack stack-close" id={`point-${field}`} tabIndex={-1} ref={place}>
      <div>
        <h3>{label}</h3>
        {helped.has(field) ? <p className="soft small">{t(`help.${field}` as ReviewKey)}</p> : null}
      </div>
      <div className="point-value">
        <Held version={version} field={field} />
      </div>
      {remarks.filter(isOpen).map((remark) => (
        <OneRemark key={remark.id} remark={remark} {...shared} />
      ))}
      {correcting ? (
        <Correction
          version={version}
          field={field}
          kept={`${kept}.value`}
          locked={!unlocked}
          onChanged={onChanged}
          onClose={() => {
            setCorrecting(false);
            stay();
          }}
        />
      ) : unlocked ? (
        <div className="buttons">
          <Button icon="pen" about={about} onPress={() => setCorrecting(true)}>
            {t('correct.label')}
          </Button>
        </div>
      ) : null}
      {done.length > 0 ? (
        <details>
          <summary>{t('remark.done', { count: done.length })}</summary>
          <div className="stack stack-close">
            {done.map((remark) => (
              <OneRemark key={remark.id} remark={remark} {...shared} />
            ))}
          </div>
        </details>
      ) : null}
      {writing ? (
        <RemarkForm
          kept={`${kept}.remark`}
          label={t('remark.label')}
          help={t(version.reviewedAt ? 'remark.helpAnswered' : 'remark.help')}
          action={t('remark.send')}
          sending={commenting}
          onSend={(text) => adding((requestKey) => commenting.send({ id: version.id, field, text, requestKey }))}
          onClose={() => {
            setWriting(false);
            stay();
          }}
        />
      ) : discussed ? (
        <div className="buttons">
          <Button plain about={about} onPress={() => setWriting(true)}>
            {t('remark.add')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
