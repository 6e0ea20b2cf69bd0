import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';

/** The same design as ours: a one for the intercept, which the package has none of, and the evidence of each bin. */
export interface Design {
  readonly rows: readonly (readonly number[])[];
  readonly label: readonly number[];
}

/** As the package's matrices, made beforehand. */
export const matricesOf = ({ rows, label }: Design): { readonly features: Matrix; readonly target: Matrix } => ({
  features: new Matrix(rows),
  target: Matrix.columnVector(label),
});

/** Weights after so many gradient steps. It fits each of the two classes for itself; the second one is told apart as not won. */
export const gradientSteps = (given: ReturnType<typeof matricesOf>, numSteps: number, learningRate: number): readonly number[] => {
  const model = new LogisticRegression({ numSteps, learningRate });
  model.train(given.features, given.target);
  // It learns the probability of not being the class.
  return model.classifiers[0]?.weights.to1DArray() ?? [];
};
