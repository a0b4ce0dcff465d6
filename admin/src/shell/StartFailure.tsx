import i18next from 'i18next';

/** Nothing could be loaded: before any theme or library, a sentence and a button. */
export function StartFailure({ error }: { error: unknown }) {
  const sentence = error instanceof Error && error.name === 'ApiError' ? error.message : i18next.t('errors.crash');
  return (
    <div className="empty" role="alert">
      <p>{sentence}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {i18next.t('actions.reload')}
      </button>
    </div>
  );
}
