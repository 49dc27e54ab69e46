/* Against scikit-learn 1.9.1. */
#include "check.h"
#include "spiral_lab.h"

static void a_matrix_counts_true_by_predicted(void)
{
    const uint8_t y_true[] = {0, 1, 2, 2, 2}, y_pred[] = {0, 0, 2, 2, 1};
    const uint32_t expected[] = {1, 0, 0, 1, 0, 0, 0, 1, 2};
    uint32_t confusion[9];
    sl_confusion_matrix(confusion, y_true, y_pred, 5, 3);
    CHECK_INT(memcmp(confusion, expected, sizeof expected), 0);
}

/* m[i, j] = (7 i + 13 j + i j) % 11, and 20 + 3 i more on the diagonal. */
static void fill(uint32_t *confusion, uint32_t classes)
{
    for (uint32_t i = 0; i < classes; i++)
        for (uint32_t j = 0; j < classes; j++)
            confusion[i * classes + j] = (7 * i + 13 * j + i * j) % 11 + (i == j ? 20 + 3 * i : 0);
}

/* To the last bit: NumPy adds from 8 numbers on in an order of its own. */
static void averages_of_many_classes_are_numpys(void)
{
    static const struct {
        uint32_t classes;
        double macro[3], weighted[3];
    } cases[] = {
        {16,
         {0.3618937771768069, 0.35943889125814565, 0.35839192507664763},
         {0.3723939609990895, 0.36645351696999506, 0.3668482431986809}},
        {18,
         {0.35228239477713225, 0.3497630241094878, 0.34911299148397457},
         {0.3623487322929168, 0.35671342685370744, 0.3573889053771915}},
        {20,
         {0.33906862201751437, 0.3371215972747081, 0.33674519715756324},
         {0.3487787041982433, 0.34474810668422784, 0.34523606839072124}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const uint32_t classes = cases[i].classes;
        uint32_t confusion[SL_MAX_CLASSES * SL_MAX_CLASSES];
        sl_score scores[SL_MAX_CLASSES + 3];
        fill(confusion, classes);
        CHECK_INT(sl_classification_scores(scores, confusion, (int32_t)classes, true), SL_OK);
        const sl_score *macro = &scores[classes + 1], *weighted = &scores[classes + 2];
        CHECK_NEAR(macro->precision, cases[i].macro[0], 0.0);
        CHECK_NEAR(macro->recall, cases[i].macro[1], 0.0);
        CHECK_NEAR(macro->f1, cases[i].macro[2], 0.0);
        CHECK_NEAR(weighted->precision, cases[i].weighted[0], 0.0);
        CHECK_NEAR(weighted->recall, cases[i].weighted[1], 0.0);
        CHECK_NEAR(weighted->f1, cases[i].weighted[2], 0.0);
    }
}

/* Class 1 occurs nowhere. */
static const uint32_t gap[] = {3, 0, 1, 0, 0, 0, 0, 0, 1, 0, 2, 1, 0, 0, 1, 4};

static void rows_are_of_every_class_or_of_those_that_occur(void)
{
    const uint32_t never_true[] = {2, 1, 0, 0};
    int32_t rows[4];
    CHECK_INT(sl_report_rows(rows, gap, 4, true), 4);
    CHECK(rows[0] == 0 && rows[1] == 1 && rows[2] == 2 && rows[3] == 3);
    CHECK_INT(sl_report_rows(rows, gap, 4, false), 3);
    CHECK(rows[0] == 0 && rows[1] == 2 && rows[2] == 3);
    CHECK_INT(sl_report_rows(rows, never_true, 2, false), 2);
}

static void averages_are_of_the_rows(void)
{
    sl_score all[4 + 3], occurring[4 + 3];
    CHECK_INT(sl_classification_scores(all, gap, 4, true), SL_OK);
    CHECK_INT(sl_classification_scores(occurring, gap, 4, false), SL_OK);
    CHECK_INT(memcmp(all, occurring, 5 * sizeof *all), 0); /* of each class, and micro */
    CHECK_NEAR(all[4 + 1].precision, (0.75 + 0.0 + 0.5 + 0.8) / 4, 1e-15);
    CHECK_NEAR(occurring[4 + 1].precision, (0.75 + 0.5 + 0.8) / 3, 1e-15);
    CHECK_NEAR(occurring[4 + 2].precision, all[4 + 2].precision, 0.0);
    CHECK_NEAR(occurring[1].support, 0.0, 0.0);
}

static void so_many_classes_cannot_be(void)
{
    enum { TOO_MANY = SL_MAX_CLASSES + 1 };
    const uint32_t confusion[TOO_MANY * TOO_MANY] = {1};
    sl_score scores[TOO_MANY + 3];
    CHECK_INT(sl_classification_scores(scores, confusion, 0, true), SL_ERROR_CLASSES);
    CHECK_INT(sl_classification_scores(scores, confusion, TOO_MANY, true), SL_ERROR_CLASSES);
    CHECK_INT(sl_classification_scores(scores, confusion, SL_MAX_CLASSES, true), SL_OK);
}

int main(void)
{
    a_matrix_counts_true_by_predicted();
    averages_of_many_classes_are_numpys();
    rows_are_of_every_class_or_of_those_that_occur();
    averages_are_of_the_rows();
    so_many_classes_cannot_be();
    return check_verdict();
}
