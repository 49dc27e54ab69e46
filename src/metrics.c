/* scikit-learn's confusion matrix, and the scores of its classification report. */
#include <string.h>

#include "spiral_lab.h"

void sl_confusion_matrix(uint32_t *confusion, const uint8_t *y_true, const uint8_t *y_pred,
                         int32_t samples, int32_t classes)
{
    memset(confusion, 0, (size_t)classes * (size_t)classes * sizeof *confusion);
    for (int32_t i = 0; i < samples; i++) confusion[y_true[i] * classes + y_pred[i]]++;
}

/* ---------------------------------------------------------------- rows */

/* Whether class j occurs in truth or prediction. */
static bool occurs(const uint32_t *confusion, int32_t classes, int32_t j)
{
    for (int32_t i = 0; i < classes; i++)
        if (confusion[i * classes + j] || confusion[j * classes + i]) return true;
    return false;
}

int32_t sl_report_rows(int32_t *rows, const uint32_t *confusion, int32_t classes, bool every_class)
{
    int32_t count = 0;
    for (int32_t j = 0; j < classes; j++)
        if (every_class || occurs(confusion, classes, j)) rows[count++] = j;
    return count;
}

/* ---------------------------------------------------------------- scores */

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0.0;
}

/* precision_recall_fscore_support with beta = 1, in scikit-learn's order of operations. */
static sl_score score_of(double hits, double predicted, double support)
{
    return (sl_score){ratio(hits, predicted), ratio(hits, support),
                      ratio(2.0 * hits, support + predicted), support};
}

_Static_assert(SL_MAX_CLASSES <= 128, "more than 128 numbers NumPy adds up in halves");

/* numpy.add.reduce: from 8 numbers on, eight sums side by side, then the rest one by one. */
static double numpy_sum(const double *values, int32_t count)
{
    double sum = 0.0;
    int32_t i = 0;
    if (count >= 8) {
        double r[8] = {0};
        for (; i + 8 <= count; i += 8)
            for (int k = 0; k < 8; k++) r[k] += values[i + k];
        sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    }
    for (; i < count; i++) sum += values[i];
    return sum;
}

typedef struct row_list {
    int32_t row[SL_MAX_CLASSES], count;
} row_list;

typedef enum measure { PRECISION, RECALL, F1 } measure;

static double value_of(const sl_score *score, measure asked)
{
    return asked == PRECISION ? score->precision : asked == RECALL ? score->recall : score->f1;
}

static double mean_of(const sl_score *scores, measure asked, const row_list *rows, bool weighted)
{
    double values[SL_MAX_CLASSES] = {0}, supports[SL_MAX_CLASSES] = {0};
    for (int32_t i = 0; i < rows->count; i++) {
        const sl_score *score = &scores[rows->row[i]];
        supports[i] = score->support;
        values[i] = value_of(score, asked) * (weighted ? score->support : 1.0);
    }
    const double whole = weighted ? numpy_sum(supports, rows->count) : rows->count;
    return numpy_sum(values, rows->count) / whole;
}

static sl_score mean_score(const sl_score *scores, const row_list *rows, bool weighted,
                           double support)
{
    if (support == 0) return (sl_score){0};
    return (sl_score){mean_of(scores, PRECISION, rows, weighted),
                      mean_of(scores, RECALL, rows, weighted), mean_of(scores, F1, rows, weighted),
                      support};
}

sl_status sl_classification_scores(sl_score *scores, const uint32_t *confusion, int32_t classes,
                                   bool every_class)
{
    if (classes < 1 || classes > SL_MAX_CLASSES) return SL_ERROR_CLASSES;

    double all_hits = 0, all = 0;
    for (int32_t j = 0; j < classes; j++) {
        double hits = confusion[j * classes + j], predicted = 0, support = 0;
        for (int32_t i = 0; i < classes; i++) {
            predicted += confusion[i * classes + j];
            support += confusion[j * classes + i];
        }
        scores[j] = score_of(hits, predicted, support);
        all_hits += hits;
        all += support;
    }

    row_list rows;
    rows.count = sl_report_rows(rows.row, confusion, classes, every_class);
    scores[classes] = score_of(all_hits, all, all);
    scores[classes + 1] = mean_score(scores, &rows, false, all);
    scores[classes + 2] = mean_score(scores, &rows, true, all);
    return SL_OK;
}
