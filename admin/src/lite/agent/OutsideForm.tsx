import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Field } from '../kit/field.js';
import { dayWithoutWeekday } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import { Button, FailureNotice, Notice } from '../kit/parts.js';
import { useAdding } from '../kit/use-adding.js';
import { useAgent, useChange } from './context.js';
import { type DraftMistake, emptyDraft, keepDraft, keptDraft, mistakes, type OutsideDraft } from './draft.js';
import { declareOutsideTraining } from './operations.js';
import { useTexts } from './texts.js';

/** A training followed elsewhere, in native inputs. What was typed survives a failed save, a lost session and a reload. */
export function OutsideForm({ onClose }: { onClose: (sent: boolean) => void }) {
  const t = useTexts();
  const { locale } = useLocale();
  const { me } = useAgent().home;
  const agent = me?.agent?.id ?? '';
  const days = me?.epci?.declarationDays ?? 0;
  const { from = '', to = '' } = me?.epci?.declarable ?? {};
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [kept] = useState(() => keptDraft(agent));
  const [draft, setDraft] = useState<OutsideDraft>(kept ?? emptyDraft);
  const [left, setLeft] = useState<ReadonlySet<keyof OutsideDraft>>(new Set());
  const declaring = useChange(declareOutsideTraining);
  const adding = useAdding();
  const found = mistakes(draft, from, to);

  useEffect(() => {
    if (!kept) heading.current?.focus();
  }, [kept]);

  const said: Readonly<Record<DraftMistake, string>> = {
    nameMissing: t('outside.nameMissing'),
    dayMissing: t('outside.dayMissing'),
    dayToCome: t('outside.dayToCome'),
    dayTooOld: t('outside.dayTooOld', { count: days }),
    startMissing: t('outside.startMissing'),
    endMissing: t('outside.endMissing'),
    endBeforeStart: t('outside.endBeforeStart'),
  };
  const field = (name: keyof OutsideDraft) => {
    const mistake = left.has(name) ? found[name] : undefined;
    return {
      name,
      value: draft[name],
      wrong: mistake && said[mistake],
      onChange: (value: string) => {
        const changed = { ...draft, [name]: value };
        setDraft(changed);
        keepDraft(agent, changed);
      },
      onLeave: () => draft[name] && setLeft(new Set([...left, name])),
    };
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [first] = Object.keys(found);
    if (first) {
      setLeft(new Set(Object.keys(draft) as (keyof OutsideDraft)[]));
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const { organiserName, place, title, ...times } = draft;
    const input = {
      ...times,
      title: title.trim(),
      organiserName: organiserName.trim() || null,
      place: place.trim() || null,
    };
    if (!(await adding((requestKey) => declaring.send({ input, requestKey })))) return;
    keepDraft(agent, null);
    onClose(true);
  };
  const close = () => {
    keepDraft(agent, null);
    onClose(false);
  };

  return (
    <form className="card stack" ref={form} onSubmit={submit} noValidate>
      <div className="stack stack-close">
        <h3 ref={heading} tabIndex={-1}>
          {t('outside.title')}
        </h3>
        <p className="soft">{t('outside.why')}</p>
      </div>
      {kept ? (
        <Notice tone="info">
          <p>{t('outside.kept')}</p>
        </Notice>
      ) : null}
      <Field
        label={t('outside.name')}
        help={t('outside.nameHelp')}
        maxLength={200}
        autoComplete="off"
        {...field('title')}
      />
      <Field
        label={t('outside.day')}
        help={t('outside.dayHelp', { day: dayWithoutWeekday(from, locale) })}
        type="date"
        min={from}
        max={to}
        {...field('heldOn')}
      />
      <div className="field-row">
        <Field label={t('outside.start')} type="time" {...field('startTime')} />
        <Field label={t('outside.end')} type="time" {...field('endTime')} />
      </div>
      <Field
        label={t('outside.organiser')}
        help={t('outside.organiserHelp')}
        maxLength={150}
        autoComplete="off"
        {...field('organiserName')}
      />
      <Field
        label={t('outside.place')}
        help={t('outside.placeHelp')}
        maxLength={200}
        autoComplete="off"
        {...field('place')}
      />
      {declaring.failure ? <FailureNotice failure={declaring.failure} writing /> : null}
      <Button submit main big sending={declaring.sending}>
        {t('outside.send')}
      </Button>
      <Button plain onPress={close}>
        {t('outside.cancel')}
      </Button>
    </form>
  );
}
