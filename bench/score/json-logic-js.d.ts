declare module 'json-logic-js' {
  const jsonLogic: {
    readonly apply: (rule: unknown, data: unknown) => unknown;
    readonly add_operation: (name: string, run: (value: unknown) => unknown) => void;
  };
  export default jsonLogic;
}
