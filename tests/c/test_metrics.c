/* Against scikit-learn 1.2.1; the wasm build is held to a whole file of reports. */
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

static void the_report_is_scikit_learns(void)
{
    const uint32_t confusion[] = {2, 2, 0, 1, 2, 0, 0, 1, 2};
    char text[SL_REPORT_CAPACITY];
    CHECK_INT(sl_classification_report(text, confusion, 3, 2, SL_LABELS_FLOAT), SL_OK);
    CHECK_TEXT(text, "              precision    recall  f1-score   support\n"
                     "\n"
                     "         0.0       0.67      0.50      0.57         4\n"
                     "         1.0       0.40      0.67      0.50         3\n"
                     "         2.0       1.00      0.67      0.80         3\n"
                     "\n"
                     "    accuracy                           0.60        10\n"
                     "   macro avg       0.69      0.61      0.62        10\n"
                     "weighted avg       0.69      0.60      0.62        10\n");
}

static void a_class_that_occurs_nowhere_turns_accuracy_into_micro_avg(void)
{
    const uint32_t confusion[] = {1, 0, 0, 0};
    char text[SL_REPORT_CAPACITY];
    sl_classification_report(text, confusion, 2, 2, SL_LABELS_INTEGER);
    CHECK(strstr(text, "   micro avg       1.00      1.00      1.00         1\n") != NULL);
    CHECK(strstr(text, "           1       0.00      0.00      0.00         0\n") != NULL);
    sl_classification_report(text, confusion, 2, 2, SL_LABELS_FLOAT);
    CHECK(strstr(text, "    accuracy                           1.00         1\n") != NULL);
    CHECK(strstr(text, "1.0       0.00") == NULL);
}

/* 1/8 and 3/8 lie exactly between two: Python's format rounds them to even. 0.145 is a hair below.
 */
/* scikit-learn 1.2.1: classification_report([0., 0., 1., 2.], [1., 1., 2., 0.], zero_division=0) */
static void supports_are_floats_where_nothing_is_right(void)
{
    const uint32_t confusion[] = {0, 2, 0, 0, 0, 1, 1, 0, 0};
    char text[SL_REPORT_CAPACITY];
    sl_classification_report(text, confusion, 3, 2, SL_LABELS_FLOAT);
    CHECK_TEXT(text, "              precision    recall  f1-score   support\n\n"
                     "         0.0       0.00      0.00      0.00       2.0\n"
                     "         1.0       0.00      0.00      0.00       1.0\n"
                     "         2.0       0.00      0.00      0.00       1.0\n\n"
                     "    accuracy                           0.00       4.0\n"
                     "   macro avg       0.00      0.00      0.00       4.0\n"
                     "weighted avg       0.00      0.00      0.00       4.0\n");
}

static void ties_round_to_even_as_in_python(void)
{
    const uint32_t eighth[] = {1, 7, 0, 0}, three[] = {3, 5, 0, 0}, other[] = {29, 171, 0, 0};
    char text[SL_REPORT_CAPACITY];
    sl_classification_report(text, eighth, 2, 2, SL_LABELS_INTEGER);
    CHECK(strstr(text, "           0       1.00      0.12      0.22         8\n") != NULL);
    sl_classification_report(text, three, 2, 2, SL_LABELS_INTEGER);
    CHECK(strstr(text, "           0       1.00      0.38      0.55         8\n") != NULL);
    sl_classification_report(text, other, 2, 2, SL_LABELS_INTEGER);
    CHECK(strstr(text, "           0       1.00      0.14      0.25       200\n") != NULL);
    sl_classification_report(text, other, 2, 12, SL_LABELS_INTEGER);
    CHECK(strstr(text, " 0.145000000000 ") != NULL);
    sl_classification_report(text, other, 2, 0, SL_LABELS_INTEGER);
    CHECK(strstr(text, "           0          1         0         0       200\n") != NULL);
}

static void the_largest_report_fits(void)
{
    uint32_t confusion[SL_MAX_CLASSES * SL_MAX_CLASSES];
    char text[SL_REPORT_CAPACITY];
    for (int i = 0; i < SL_MAX_CLASSES * SL_MAX_CLASSES; i++) confusion[i] = 40000000;
    CHECK_INT(sl_classification_report(text, confusion, SL_MAX_CLASSES, 12, SL_LABELS_FLOAT),
              SL_OK);
    CHECK(strlen(text) < SL_REPORT_CAPACITY);
}

static void bad_sizes_are_refused(void)
{
    const uint32_t confusion[11 * 11] = {1};
    sl_score scores[11 + 3];
    char text[SL_REPORT_CAPACITY];
    CHECK_INT(sl_classification_report(text, confusion, 1, -1, SL_LABELS_FLOAT), SL_ERROR_DIGITS);
    CHECK_INT(sl_classification_report(text, confusion, 1, 13, SL_LABELS_FLOAT), SL_ERROR_DIGITS);
    CHECK_INT(sl_classification_report(text, confusion, 0, 2, SL_LABELS_FLOAT), SL_ERROR_CLASSES);
    CHECK_INT(sl_classification_report(text, confusion, 11, 2, SL_LABELS_FLOAT), SL_ERROR_CLASSES);
    CHECK_TEXT(text, "");
    CHECK_INT(sl_classification_scores(scores, confusion, 0), SL_ERROR_CLASSES);
    CHECK_INT(sl_classification_scores(scores, confusion, 11), SL_ERROR_CLASSES);
    CHECK_INT(sl_classification_scores(scores, confusion, 10), SL_OK);
}

int main(void)
{
    a_matrix_counts_true_by_predicted();
    the_report_is_scikit_learns();
    a_class_that_occurs_nowhere_turns_accuracy_into_micro_avg();
    supports_are_floats_where_nothing_is_right();
    ties_round_to_even_as_in_python();
    the_largest_report_fits();
    bad_sizes_are_refused();
    return check_verdict();
}
