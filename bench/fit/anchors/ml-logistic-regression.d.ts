declare module 'ml-logistic-regression' {
  export default class LogisticRegression {
    constructor(options?: { numSteps?: number; learningRate?: number });
    /** One for each class, which it calls 0 here. */
    readonly classifiers: readonly { readonly weights: { to1DArray(): number[] } }[];
    train(features: object, target: object): void;
  }
}
declare module 'ml-matrix' {
  export class Matrix {
    constructor(rows: readonly (readonly number[])[]);
    static columnVector(values: readonly number[]): Matrix;
  }
}
