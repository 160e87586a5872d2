// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/analysis.h"
#include "evaluation/gold_folders.h"

namespace synoptic::evaluation {

/// What clicks on the mentions of marked events lead to, summed over folders.
///
/// A click is an event told in two or more articles and one sentence that tells it; right are the sentences of the
/// other articles that tell it. The events of the analysis whose trigger touches the marked words answer, their mean
/// counts. Events of one article must lead nowhere.
class LinkScore
{
public:
    void add(const GoldFolder& gold, const analysis::Analysis& analysis);

    /// Means over clicks, in per cent.
    double linkP() const { return mean(m_clickP); }
    double linkR() const { return mean(m_clickR); }
    double linkF() const { return mean(m_clickF); }
    /// Click on a sentence without choosing an event: everything that any of its events leads to.
    double sentenceF() const { return mean(m_sentenceF); }
    /// Share of the clicks on events of one article that lead nowhere.
    double aloneIsAlone() const { return mean(m_alone); }
    /// Share of all sentences of other articles that a click lights.
    double lit() const { return mean(m_lit); }
    /// Share of the marked mentions that a trigger touches.
    double triggersFound() const { return mean(m_found); }

private:
    static double mean(const std::vector<double>& values);

    std::vector<double> m_clickP;
    std::vector<double> m_clickR;
    std::vector<double> m_clickF;
    std::vector<double> m_sentenceF;
    std::vector<double> m_alone;
    std::vector<double> m_lit;
    std::vector<double> m_found;
};

} // namespace synoptic::evaluation
