import { expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { createPersonsHouse, people } from '../../fakes/personsHouse';

it('a list of persons is not taken in an exercise (invariant 12)', async () => {
  const house = await createPersonsHouse();
  const { read } = house.engine.ports.projections;
  const asExercise = async (...asked: Parameters<typeof read>) => {
    const one = (await read(...asked)) as ControllerCase | null;
    return one && { ...one, opened: { ...one.opened, exercise: true } };
  };
  house.engine.ports.projections.read = asExercise as typeof read;
  expect(await house.upload(people(2))).toMatchObject({
    error: { issues: [{ message: expect.stringMatching(/^this case is an exercise/) }] },
  });
});
