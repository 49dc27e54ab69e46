/** The confusion matrix as text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { matrixText } from "../../web/pictures/judgement/matrix.js";

test("the matrix is printed as NumPy prints it", () => {
    // print(np.array([[10, 3], [0, 120]])), and so on
    assert.equal(
        matrixText([
            [10, 3],
            [0, 120],
        ]),
        "[[ 10   3]\n [  0 120]]\n",
    );
    assert.equal(
        matrixText([
            [333, 3],
            [0, 1],
        ]),
        "[[333   3]\n [  0   1]]\n",
    );
    assert.equal(
        matrixText(Array.from({ length: 20 }, () => new Array(20).fill(7))).split("\n")[19],
        ` [${new Array(20).fill(7).join(" ")}]]`,
    );
});
