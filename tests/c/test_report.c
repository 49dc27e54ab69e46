/* Against scikit-learn 1.2.1; the wasm build is held to a whole file of reports. */
#include <stdlib.h>

#include "check.h"
#include "spiral_lab.h"

enum { OCCURRING = false, EVERY = true };

static const char floats[] = "0.0\0001.0\0002.0", integers[] = "0\0001\0002";

/* Holds the text against the expected one; its size must be the one that was announced. */
#define CHECK_REPORT(confusion, classes, digits, labels, every_class, expected)                    \
    do {                                                                                           \
        char *text_ = report(confusion, classes, digits, labels, every_class);                     \
        CHECK_TEXT(text_, expected);                                                               \
        free(text_);                                                                               \
    } while (0)

#define CHECK_LINE(confusion, classes, digits, labels, every_class, line)                          \
    do {                                                                                           \
        char *text_ = report(confusion, classes, digits, labels, every_class);                     \
        CHECK(strstr(text_, line) != NULL);                                                        \
        free(text_);                                                                               \
    } while (0)

static char *report(const uint32_t *confusion, int32_t classes, int32_t digits, const char *labels,
                    bool every_class)
{
    size_t size = 0;
    CHECK_INT(sl_classification_report_size(&size, confusion, classes, digits, labels, every_class),
              SL_OK);
    char *text = malloc(size);
    memset(text, '?', size);
    CHECK_INT(sl_classification_report(text, confusion, classes, digits, labels, every_class),
              SL_OK);
    CHECK_INT(strlen(text) + 1, size);
    return text;
}

static const uint32_t three[] = {2, 2, 0, 1, 2, 0, 0, 1, 2};

static void the_report_is_scikit_learns(void)
{
    CHECK_REPORT(three, 3, 2, floats, OCCURRING,
                 "              precision    recall  f1-score   support\n"
                 "\n"
                 "         0.0       0.67      0.50      0.57         4\n"
                 "         1.0       0.40      0.67      0.50         3\n"
                 "         2.0       1.00      0.67      0.80         3\n"
                 "\n"
                 "    accuracy                           0.60        10\n"
                 "   macro avg       0.69      0.61      0.62        10\n"
                 "weighted avg       0.69      0.60      0.62        10\n");
}

static void names_are_padded_by_characters(void)
{
    CHECK_REPORT(three, 3, 2, "accuracy\0macro avg\0蘋果 與香蕉", OCCURRING,
                 "              precision    recall  f1-score   support\n"
                 "\n"
                 "    accuracy       0.67      0.50      0.57         4\n"
                 "   macro avg       0.40      0.67      0.50         3\n"
                 "      蘋果 與香蕉       1.00      0.67      0.80         3\n"
                 "\n"
                 "    accuracy                           0.60        10\n"
                 "   macro avg       0.69      0.61      0.62        10\n"
                 "weighted avg       0.69      0.60      0.62        10\n");
}

/* Class 1 occurs nowhere. 😀 takes four bytes, and two units of UTF-16. */
static const uint32_t gap[] = {3, 0, 1, 0, 0, 0, 0, 0, 1, 0, 2, 1, 0, 0, 1, 4};
static const char names[] = "left\0a name that is longer than any other\0right\0 😀 ";

static void a_long_name_widens_every_line(void)
{
    CHECK_REPORT(gap, 4, 2, names, EVERY,
                 "                                      precision    recall  f1-score   support\n"
                 "\n"
                 "                                left       0.75      0.75      0.75         4\n"
                 "a name that is longer than any other       0.00      0.00      0.00         0\n"
                 "                               right       0.50      0.50      0.50         4\n"
                 "                                  😀        0.80      0.80      0.80         5\n"
                 "\n"
                 "                            accuracy                           0.69        13\n"
                 "                           macro avg       0.51      0.51      0.51        13\n"
                 "                        weighted avg       0.69      0.69      0.69        13\n");
}

static void the_name_of_a_class_without_a_row_widens_nothing(void)
{
    CHECK_REPORT(gap, 4, 2, names, OCCURRING,
                 "              precision    recall  f1-score   support\n"
                 "\n"
                 "        left       0.75      0.75      0.75         4\n"
                 "       right       0.50      0.50      0.50         4\n"
                 "          😀        0.80      0.80      0.80         5\n"
                 "\n"
                 "    accuracy                           0.69        13\n"
                 "   macro avg       0.68      0.68      0.68        13\n"
                 "weighted avg       0.69      0.69      0.69        13\n");
}

static void names_may_be_of_any_length(void)
{
    enum { LENGTH = 100000 };
    const uint32_t confusion[] = {1, 0, 0, 1};
    char *labels = malloc(LENGTH + 3);
    memset(labels, 'x', LENGTH);
    memcpy(labels + LENGTH, "\0y", 3);
    char *text = report(confusion, 2, 2, labels, EVERY);
    CHECK_INT(strspn(strchr(text, 'x'), "x"), LENGTH);
    CHECK_INT(strcspn(text, "\n"), LENGTH + 41); /* the header */
    free(text);
    free(labels);
}

/* As scikit-learn prints it since 1.5; before, it was "micro avg". */
static void accuracy_stays_where_a_class_occurs_nowhere(void)
{
    const uint32_t confusion[] = {1, 0, 0, 0};
    CHECK_LINE(confusion, 2, 2, integers, EVERY,
               "    accuracy                           1.00         1\n");
    CHECK_LINE(confusion, 2, 2, integers, EVERY,
               "           1       0.00      0.00      0.00         0\n");
    CHECK_LINE(confusion, 2, 2, floats, OCCURRING,
               "         0.0       1.00      1.00      1.00         1\n"
               "\n"
               "    accuracy                           1.00         1\n");
}

/* scikit-learn 1.2.1: classification_report([0., 0., 1., 2.], [1., 1., 2., 0.], zero_division=0) */
static void supports_are_floats_where_nothing_is_right(void)
{
    const uint32_t confusion[] = {0, 2, 0, 0, 0, 1, 1, 0, 0};
    CHECK_REPORT(confusion, 3, 2, floats, OCCURRING,
                 "              precision    recall  f1-score   support\n\n"
                 "         0.0       0.00      0.00      0.00       2.0\n"
                 "         1.0       0.00      0.00      0.00       1.0\n"
                 "         2.0       0.00      0.00      0.00       1.0\n\n"
                 "    accuracy                           0.00       4.0\n"
                 "   macro avg       0.00      0.00      0.00       4.0\n"
                 "weighted avg       0.00      0.00      0.00       4.0\n");
}

/* 1/8 and 3/8 lie exactly between two: Python's format rounds them to even. 0.145 is a hair below.
 */
static void ties_round_to_even_as_in_python(void)
{
    const uint32_t eighth[] = {1, 7, 0, 0}, eighths[] = {3, 5, 0, 0}, other[] = {29, 171, 0, 0};
    CHECK_LINE(eighth, 2, 2, integers, EVERY,
               "           0       1.00      0.12      0.22         8\n");
    CHECK_LINE(eighths, 2, 2, integers, EVERY,
               "           0       1.00      0.38      0.55         8\n");
    CHECK_LINE(other, 2, 2, integers, EVERY,
               "           0       1.00      0.14      0.25       200\n");
    CHECK_LINE(other, 2, 12, integers, EVERY, " 0.145000000000 ");
    CHECK_LINE(other, 2, 0, integers, EVERY,
               "           0          1         0         0       200\n");
}

static void the_largest_counts_are_written_out(void)
{
    uint32_t confusion[SL_MAX_CLASSES * SL_MAX_CLASSES];
    char labels[2 * SL_MAX_CLASSES];
    for (int i = 0; i < SL_MAX_CLASSES * SL_MAX_CLASSES; i++) confusion[i] = UINT32_MAX;
    for (int j = 0; j < SL_MAX_CLASSES; j++)
        memcpy(labels + 2 * j, (char[]){(char)('a' + j), 0}, 2);
    CHECK_LINE(confusion, SL_MAX_CLASSES, 12, labels, OCCURRING,
               "           t  0.050000000000 0.050000000000 0.050000000000 85899345900\n"
               "\n"
               "    accuracy                      0.050000000000 1717986918000\n");
}

static void a_failure_leaves_the_output_as_it_was(void)
{
    enum { TOO_MANY = SL_MAX_CLASSES + 1 };
    const uint32_t confusion[TOO_MANY * TOO_MANY] = {1};
    const char labels[2 * TOO_MANY] = "a";
    const struct {
        int32_t classes, digits;
        sl_status status;
    } cases[] = {{1, -1, SL_ERROR_DIGITS},
                 {1, 13, SL_ERROR_DIGITS},
                 {0, 2, SL_ERROR_CLASSES},
                 {TOO_MANY, 2, SL_ERROR_CLASSES}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[] = "as it was";
        size_t size = 77;
        int32_t classes = cases[i].classes, digits = cases[i].digits;
        CHECK_INT(sl_classification_report_size(&size, confusion, classes, digits, labels, EVERY),
                  cases[i].status);
        CHECK_INT(sl_classification_report(text, confusion, classes, digits, labels, EVERY),
                  cases[i].status);
        CHECK_INT(size, 77);
        CHECK_TEXT(text, "as it was");
    }
}

int main(void)
{
    the_report_is_scikit_learns();
    names_are_padded_by_characters();
    a_long_name_widens_every_line();
    the_name_of_a_class_without_a_row_widens_nothing();
    names_may_be_of_any_length();
    accuracy_stays_where_a_class_occurs_nowhere();
    supports_are_floats_where_nothing_is_right();
    ties_round_to_even_as_in_python();
    the_largest_counts_are_written_out();
    a_failure_leaves_the_output_as_it_was();
    return check_verdict();
}
