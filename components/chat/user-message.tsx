/** What the person asked, as they wrote it. */
export function UserMessage({ text }: { text: string }) {
  return (
    <div className="mx-auto flex w-full max-w-read justify-end">
      <h2 className="sr-only">You</h2>
      <p className="max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-hover px-4 py-2.5">
        {text}
      </p>
    </div>
  );
}
