/** In place of the answer of a run that was stopped too early to have one. */
export function NothingPublished() {
  return (
    <p className="py-2 text-muted text-sm">
      Stopped before any agent had published an answer. Ask again whenever you like.
    </p>
  );
}
